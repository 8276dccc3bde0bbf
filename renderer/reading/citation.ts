/** What a citation names. Dates are ready words. */
export type Cited = {
  readonly author: string | null
  readonly title: string
  readonly sourceTitle: string
  readonly published: string | null
  readonly url: string | null
  readonly accessed: string
}

/** A citation as one line of plain text: `Author. “Title.” Source, 17 November 2020. https://… (accessed 23 November 2026).` */
export function citation({ author, title, sourceTitle, published, url, accessed }: Cited): string {
  const by = author === null ? '' : `${closed(author)} `
  const where = published === null ? sourceTitle : `${sourceTitle}, ${published}`
  const address = url === null ? '' : ` ${url} (${accessed}).`
  return `${by}“${closed(title)}” ${closed(where)}${address}`
}

// A title that ends in a mark of its own needs no full stop.
function closed(text: string): string {
  return /[.?!…。？！]$/.test(text) ? text : `${text}.`
}
