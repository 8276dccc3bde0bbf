/** The tags and attributes that an article's text may have: the table of the security notes, as data. */

const words = (line: string): readonly string[] => line.split(' ')

/** Tags that stay. */
export const ALLOWED_TAGS: readonly string[] = [
  ...words('p br hr div span section article header footer main aside address h1 h2 h3 h4 h5 h6 blockquote pre code kbd samp var'),
  ...words('b strong i em u s del ins mark small sub sup abbr cite dfn q bdi bdo time wbr ruby rt rp'),
  ...words('ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td details summary figure figcaption img a'),
]

/** Tags that go with everything in them. */
export const DROPPED_TAGS: readonly string[] = [
  ...words('script style template noscript noembed noframes xmp plaintext iframe frame frameset object embed applet svg math'),
  ...words('input select option optgroup datalist textarea canvas map area base basefont link meta title head portal fencedframe'),
  ...words('webview slot param source track video audio picture keygen bgsound nextid isindex menuitem progress meter'),
]

/** Tags whose meaning an allowed tag carries; blocks among the others become `div`, so that their text does not run together. */
export const RENAMED_TAGS: Readonly<Record<string, string>> = {
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  listing: 'pre',
  dir: 'ul',
  menu: 'ul',
  ...Object.fromEntries(words('center form fieldset dialog nav hgroup search marquee body').map((tag) => [tag, 'div'])),
}

/** A rule gives the value as it may stand, or null where the attribute goes. */
type ValueRule = (raw: string) => string | null

const asIs = (pattern: RegExp): ValueRule => {
  return (raw) => {
    const bare = raw.trim()
    return pattern.test(bare) ? bare : null
  }
}
const oneOf = (...values: readonly string[]): ValueRule => {
  return (raw) => values.find((value) => value === raw.trim().toLowerCase()) ?? null
}
const isThere: ValueRule = () => ''
const lineOfText: ValueRule = (raw) =>
  raw
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .slice(0, 1_000)
    .toWellFormed()
    .trim()
const number1to999 = asIs(/^[1-9]\d{0,2}$/)
const upToFiveDigits = asIs(/^-?\d{1,5}$/)
const moment = asIs(/^[0-9TZPWDHMSYtzpwdhmsy:.,+\- ]{1,64}$/)
const pixels = asIs(/^[1-9]\d{0,4}$/)

const ANY_TAG: Readonly<Record<string, ValueRule>> = {
  lang: asIs(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/),
  dir: oneOf('ltr', 'rtl', 'auto'),
}

/**
 * `headers` of a cell is missing on purpose: the table drops it where it matches no id, and no id ever stays.
 * `href` and `src` are judged where links and pictures are; here only their form is.
 */
const BY_TAG: Readonly<Record<string, Readonly<Record<string, ValueRule>>>> = {
  abbr: { title: lineOfText },
  dfn: { title: lineOfText },
  time: { title: lineOfText, datetime: moment },
  del: { datetime: moment },
  ins: { datetime: moment },
  ol: { start: upToFiveDigits, reversed: isThere },
  li: { value: upToFiveDigits },
  td: { colspan: number1to999, rowspan: number1to999 },
  th: { colspan: number1to999, rowspan: number1to999, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
  col: { span: number1to999 },
  colgroup: { span: number1to999 },
  details: { open: isThere },
  img: {
    src: asIs(/^picture:\d{1,3}$/),
    alt: lineOfText,
    title: lineOfText,
    width: pixels,
    height: pixels,
    loading: oneOf('lazy'),
    decoding: oneOf('async'),
  },
  a: {
    href: asIs(/^(?:https?:\/\/[^\s@/?#]+(?:[/?#]\S*)?|mailto:[^\s?]+@[^\s?]+)$/),
    title: lineOfText,
    rel: oneOf('noopener noreferrer'),
    referrerpolicy: oneOf('no-referrer'),
  },
}

/** Attributes that mean something though they are empty. */
export const EMPTY_ATTRIBUTES: readonly string[] = ['alt', 'reversed', 'open']

/** Every tag's rules, its own and the general ones. */
const RULES: ReadonlyMap<string, ReadonlyMap<string, ValueRule>> = new Map(
  ALLOWED_TAGS.map((tag) => [tag, new Map(Object.entries({ ...ANY_TAG, ...BY_TAG[tag] }))]),
)

/** Every attribute that a tag may have. */
export function attributeNames(tag: string): string[] {
  return [...(RULES.get(tag)?.keys() ?? [])]
}

/** Those of an element's attributes that may stay, with their values as they may stand. */
export function allowedAttributes(tag: string, raw: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {}
  const names = Object.keys(raw)
  if (names.length === 0) return kept
  const rules = RULES.get(tag)
  for (const name of names) {
    const value = rules?.get(name)?.(raw[name] ?? '') ?? null
    if (value !== null && (value !== '' || EMPTY_ATTRIBUTES.includes(name))) kept[name] = value
  }
  return kept
}

/** Whether an attribute may stand in a tag exactly as it is written. */
export function isAllowedAttribute(tag: string, name: string, value: string): boolean {
  return RULES.get(tag)?.get(name)?.(value) === value && (value !== '' || EMPTY_ATTRIBUTES.includes(name))
}
