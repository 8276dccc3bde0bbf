/** What articles can be exported as. `pdf` is a document that a host prints: see the bridge's `keepPdf`. */
export const exportFormats = ['markdown', 'html', 'pdf'] as const
/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number]

/** A longer document is more than a printer of pages takes at once. */
export const MOST_IN_PDF = 200
