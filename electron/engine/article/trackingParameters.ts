/** Parameters that tell a publisher who sent a reader, and that never choose what the page shows. Lower case. */
const EXACT = new Set(
  [
    // Advertising networks' click ids
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id yclid ysclid wickedid igshid igsh epik rdt_cid scid srsltid',
    // Mail and campaign tools
    'mc_cid mc_eid _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok vero_id vero_conv _ke _kx oly_anon_id oly_enc_id rb_clickid',
    'elqtrackid elqtrack elqaid elqat elqcampaignid bsft_clkid bsft_uid mkwid trk_contact trk_msg trk_module trk_sid',
    // Web analytics
    '_ga _gl _openstat s_cid icid ncid cmpid ito spm scm share_token ref_src ref_url guccounter guce_referrer guce_referrer_sig',
  ].flatMap((line) => line.split(' ')),
)

const PREFIXES = ['utm_', 'hsa_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'at_custom', 'vero_', 'oly_', 'bsft_']

/** Whether a parameter of a query only follows its reader about. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase()
  return EXACT.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix))
}

/**
 * A query string without its tracking parameters; the rest keeps its order and spelling.
 *
 * @param search as `URL.search` gives it, with its `?`, or empty.
 */
export function withoutTracking(search: string): string {
  if (search === '') return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTrackingParameter(nameOf(pair)))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function nameOf(pair: string): string {
  const raw = pair.split('=', 1)[0] ?? ''
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
