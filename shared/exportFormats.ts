/** What articles can be exported as. `pdf` is a document that a host prints: see the bridge's `keepPdf`. */
export const exportFormats = ['markdown', 'html', 'pdf'] as const
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number]

/** As many articles as an export can name; with more, and with the longest of ids, the request would be too large for a gate. */
export const MOST_EXPORTED = 15_000

/** How many articles a document holds that a host prints with others into one PDF: Chromium lays out the whole before it writes a page. */
export const ARTICLES_IN_PART = 100
