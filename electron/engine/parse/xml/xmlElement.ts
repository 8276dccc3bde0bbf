/** An element of an XML document, as far as feeds need it. */
export interface XmlElement {
  /** `title` for the words that feeds share, else `prefix:name` with the usual prefix of its namespace. Lower case. */
  readonly key: string
  /** As written, in lower case. */
  readonly qualifiedName: string
  /** Name and value in turn; names in lower case, the first of equal names counts. */
  readonly attributes: readonly string[]
  /** Elements and text, in the order of the document. */
  readonly children: (XmlElement | string)[]
  /** What relative addresses in it are relative to: nested `xml:base`, then the document's address. */
  readonly baseUrl: string
  /** The nearest `xml:lang`. */
  readonly language: string | null
  readonly names: Namespaces
  /** True where text of its own says nothing: lists of elements. */
  readonly isContainer: boolean
}

/** What prefixes mean in some part of a document. `keys` remembers the keys of names that were looked up. */
export interface Namespaces {
  readonly spaces: ReadonlyMap<string, string>
  readonly keys: Map<string, string>
}

/** The value of an attribute by its name as usually written; null where it is missing. */
export function attribute(element: XmlElement, name: string): string | null {
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 2) {
    if (attributes[at] === name) return attributes[at + 1] ?? ''
  }
  return null
}

/** The value of an attribute whatever its prefix: `about` finds `rdf:about`. */
export function attributeOfAnyPrefix(element: XmlElement, localName: string): string | null {
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at] ?? ''
    if (name === localName || name.endsWith(`:${localName}`)) return attributes[at + 1] ?? ''
  }
  return null
}

/** The text inside, that of inner elements included, as it stands. */
export function innerText(element: XmlElement): string {
  const [only] = element.children
  if (element.children.length === 1 && typeof only === 'string') return only
  return element.children.map((child) => (typeof child === 'string' ? child : innerText(child))).join('')
}

/** The elements directly inside. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** The first element of that key directly inside, or null. */
export function childOf(element: XmlElement, key: string): XmlElement | null {
  for (const child of element.children) {
    if (typeof child !== 'string' && child.key === key) return child
  }
  return null
}
