/** Characters of a document that are read; the rest is cut off. */
export const LONGEST_DOCUMENT = 16 * 1024 * 1024
/** Open elements inside one another; a document that goes deeper is read up to there. */
export const DEEPEST_ELEMENT = 256
/** Entries that are read of one document. */
export const MOST_ENTRIES_READ = 100_000
/** Entries that are kept: the newest. */
export const MOST_ENTRIES_KEPT = 1_000
/** Characters of a title. */
export const LONGEST_TITLE = 1_000
/** Characters of an address; a longer one is no address. */
export const LONGEST_ADDRESS = 8_192
/** Characters of the HTML of one entry. */
export const LONGEST_CONTENT = 1024 * 1024
/** Characters of a name: an author, a category, a type. */
export const LONGEST_NAME = 200
/** Of authors, categories and enclosures of one entry, each. */
export const MOST_OF_A_KIND = 50

/** The first `limit` UTF-16 units of a text, without cutting a character in two. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)
}
