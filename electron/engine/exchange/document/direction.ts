const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The language of a text and the way it is written, as attributes; a tag that is none is left open. */
export function directionOf(language: string): { readonly lang: string; readonly dir: 'ltr' | 'rtl' | 'auto' } {
  if (!/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language)) return { lang: '', dir: 'auto' }
  const first = language.toLowerCase().split('-')[0] ?? ''
  return { lang: language, dir: RIGHT_TO_LEFT.has(first) ? 'rtl' : 'ltr' }
}
