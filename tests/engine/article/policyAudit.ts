/**
 * Reads safe HTML by a grammar of its own, far stricter than HTML's, and reports what is outside the policy. It shares nothing with
 * the code under test: neither parser nor table.
 */
const TAGS =
  'p br hr div span section article header footer main aside address h1 h2 h3 h4 h5 h6 blockquote pre code kbd samp var b strong i em u s del ins mark small sub sup abbr cite dfn q bdi bdo time wbr ruby rt rp ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td details summary figure figcaption img a'.split(
    ' ',
  )

const VALUES: Readonly<Record<string, RegExp>> = {
  '* lang': /^[A-Za-z0-9-]{1,35}$/,
  '* dir': /^(?:ltr|rtl|auto)$/,
  'abbr title': /^[^<>"]{1,1000}$/,
  'dfn title': /^[^<>"]{1,1000}$/,
  'time title': /^[^<>"]{1,1000}$/,
  'time datetime': /^[\w:.,+\- ]{1,64}$/,
  'del datetime': /^[\w:.,+\- ]{1,64}$/,
  'ins datetime': /^[\w:.,+\- ]{1,64}$/,
  'ol start': /^-?\d{1,5}$/,
  'ol reversed': /^$/,
  'li value': /^-?\d{1,5}$/,
  'td colspan': /^[1-9]\d{0,2}$/,
  'td rowspan': /^[1-9]\d{0,2}$/,
  'th colspan': /^[1-9]\d{0,2}$/,
  'th rowspan': /^[1-9]\d{0,2}$/,
  'th scope': /^(?:row|col|rowgroup|colgroup)$/,
  'col span': /^[1-9]\d{0,2}$/,
  'colgroup span': /^[1-9]\d{0,2}$/,
  'details open': /^$/,
  'img src': /^picture:\d{1,3}$/,
  'img alt': /^[^<>"]{0,5000}$/,
  'img title': /^[^<>"]{1,5000}$/,
  'img width': /^\d{1,5}$/,
  'img height': /^\d{1,5}$/,
  'img loading': /^lazy$/,
  'img decoding': /^async$/,
  'a href': /^(?:https?:\/\/[^\s/?#@"<>]+(?:[/?#][^\s"<>]*)?|mailto:[^\s?"<>]+)$/,
  'a title': /^[^<>"]{1,5000}$/,
  'a rel': /^noopener noreferrer$/,
  'a referrerpolicy': /^no-referrer$/,
}

const PIECE = /<([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)( \/)?>|<\/([a-z][a-z0-9]*)>|([^<>]+)/y

/** Everything in safe HTML that the policy does not allow; empty where there is nothing. */
export function audit(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < html.length) {
    const at = PIECE.lastIndex
    const piece = PIECE.exec(html)
    if (piece === null) return [...faults, `not plain markup: ${html.slice(at, at + 60)}`]
    const [, start, attributes = '', isEmpty, end, text] = piece
    if (start !== undefined) {
      faults.push(...auditTag(start, attributes))
      if (isEmpty === undefined) open.push(start)
    }
    if (end !== undefined && open.pop() !== end) faults.push(`</${end}> closes nothing`)
    if (text !== undefined && /&(?!(?:amp|lt|gt|quot);)/.test(text)) faults.push(`bare ampersand: ${text.slice(0, 60)}`)
  }
  return open.length === 0 ? faults : [...faults, `left open: ${open.join(' ')}`]
}

function auditTag(tag: string, attributes: string): string[] {
  const faults = TAGS.includes(tag) ? [] : [`tag ${tag}`]
  const seen = new Set<string>()
  for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z]+)="([^"<>]*)"/g)) {
    const rule = VALUES[`${tag} ${name}`] ?? VALUES[`* ${name}`]
    if (rule === undefined) faults.push(`attribute ${tag} ${name}`)
    else if (!rule.test(value)) faults.push(`value ${tag} ${name}="${value.slice(0, 80)}"`)
    if (seen.has(name)) faults.push(`twice ${tag} ${name}`)
    seen.add(name)
  }
  return faults
}
