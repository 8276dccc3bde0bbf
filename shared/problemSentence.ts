import type { Problem } from './contract/check.ts'

/** The English sentence for what was found wrong with a profile, as the command line prints it. */
export function problemSentence({ kind, count, detail }: Problem): string {
  switch (kind) {
    case 'library-damaged':
      return `The library is damaged: ${detail}.`
    case 'cache-damaged':
      return `The cache is damaged: ${detail}.`
    case 'saved-damaged':
      return `The text of the saved item ${detail} is damaged.`
    case 'source-counts':
      return `The counts of ${count} sources are not what their articles say.`
    case 'read-marks':
      return `${count} articles are marked otherwise than what was read.`
    case 'not-indexed':
      return `${count} articles are missing from the search index.`
    case 'index-left':
      return `The search index has ${count} articles that are gone.`
    case 'saved-not-indexed':
      return `${count} saved items are missing from the search index.`
  }
}
