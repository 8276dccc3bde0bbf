/** How the numbers of one PDF become those of the whole that it goes into. */
export interface Renumbering {
  readonly numberOf: (number: number) => number
  /** What the keys of its pages in the structure begin with. */
  readonly firstKey: number
  /** What the names of its elements begin with, which are the same in every PDF. */
  readonly prefix: string
}

// Strings, in which nothing is a number; then what is one.
const tokens = /(\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f]*>)|(\d+) 0 R\b|\/(StructParents?) (\d+)/g

/** The text of an object as it is to stand in the whole. */
export function renumbered(text: string, { numberOf, firstKey, prefix }: Renumbering): string {
  return text.replace(tokens, (all, string: string | undefined, number: string | undefined, key: string | undefined, place: string) => {
    if (string !== undefined) return string.replace(/^\(node(\d+)\)$/, `(${prefix}$1)`)
    if (number !== undefined) return `${numberOf(Number(number))} 0 R`
    return key === undefined ? all : `/${key} ${firstKey + Number(place)}`
  })
}

/** A dictionary with one entry more. */
export function withEntry(text: string, entry: string): string {
  return text.replace(/>>$/, `\n${entry}>>`)
}
