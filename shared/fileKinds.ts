const MEBIBYTE = 1024 * 1024

/** What may be read in: the ends of its names, and the most bytes of it. */
export interface FileRule {
  readonly extensions: readonly string[]
  readonly largest: number
}

/** The kinds of files that a person can give to Newsdesk. */
export const fileKinds = {
  /** What other readers export. */
  subscriptions: { extensions: ['opml', 'xml', 'json', 'frdata'], largest: 64 * MEBIBYTE },
  /** Backups of Newsdesk. */
  backup: { extensions: ['zip'], largest: 8192 * MEBIBYTE },
} as const satisfies Readonly<Record<string, FileRule>>

/** One of {@link fileKinds}. */
export type FileKind = keyof typeof fileKinds

/** Whether something names a kind of file. */
export function isFileKind(name: unknown): name is FileKind {
  return typeof name === 'string' && Object.hasOwn(fileKinds, name)
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  opml: 'text/x-opml',
  pdf: 'application/pdf',
  zip: 'application/zip',
}

/** The type to hand a file out with, by the end of its name. */
export function fileType(name: string): string {
  return types[extensionOf(name)] ?? 'application/octet-stream'
}

/** The end of a file's name in lower case, without its dot; empty where it has none. */
export function extensionOf(name: string): string {
  return /\.([a-z\d]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
