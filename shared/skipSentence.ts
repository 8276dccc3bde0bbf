import type { SkipReason } from './contract/skipped.ts'
import { LONGEST_LIST, MOST_OF_LONGER, MOST_STARS } from './importLimits.ts'

/** The English sentence for why a line of an import was not taken, as the command line prints it. */
export function skipSentence(reason: SkipReason): string {
  switch (reason) {
    case 'no-address':
      return 'This line has no address.'
    case 'not-web':
      return 'Only addresses that start with http:// or https:// can be followed.'
    case 'plain-link':
      return 'This is a plain link, not a feed.'
    case 'twice':
      return 'This address is in the list twice.'
    case 'long-list':
      return `Of a list of more than ${inEnglish(LONGEST_LIST)} sources the first ${inEnglish(MOST_OF_LONGER)} are taken.`
    case 'many-stars':
      return `Of one file ${inEnglish(MOST_STARS)} starred articles are taken.`
    case 'took-too-long':
      return 'This article took too long to read and was given up.'
  }
}

function inEnglish(count: number): string {
  return count.toLocaleString('en')
}
