/** What articles can be exported as. `pdf` is a document that a host prints: see the bridge's `keepPdf`. */
export const exportFormats = ['markdown', 'html', 'pdf'] as const
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number]

/** How many articles a document holds that a host prints with others into one PDF: Chromium lays out the whole before it writes a page. */
export const ARTICLES_IN_PART = 100
