/** What a citation names. Dates are ready words. */
export type Cited = {
  readonly author: string | null
  readonly title: string
  readonly sourceTitle: string
  /** Of whose news it is, where that is not the source's own name. */
  readonly company?: string | null
  readonly published: string | null
  readonly url: string | null
  /** When it was read or saved: "accessed 23 November 2026". */
  readonly accessed: string
}

/**
 * A citation as one line of plain text: `Author. “Title.” Company, Source, 17 November 2020. https://… (accessed 23 November 2026).`
 */
export function citation({ author, title, sourceTitle, company = null, published, url, accessed }: Cited): string {
  // Many a feed names itself as the author.
  const by = author === null || author === sourceTitle || author === company ? '' : `${closed(author)} `
  const where = company === null || company === sourceTitle ? sourceTitle : `${company}, ${sourceTitle}`
  const when = published === null ? where : `${where}, ${published}`
  const address = url === null ? '' : ` ${url} (${accessed}).`
  return `${by}“${closed(title)}” ${closed(when)}${address}`
}

// A title that ends in a mark of its own needs no full stop.
function closed(text: string): string {
  return /[.?!…。？！]$/.test(text) ? text : `${text}.`
}
