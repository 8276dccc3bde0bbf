import type { MissingReason } from './contract/missing.ts'

/** The English sentence for what is missing of an article, as the command line prints it. */
export function missingSentence(reason: MissingReason): string {
  switch (reason) {
    case 'text-waiting':
      return 'The full text has not been fetched yet.'
    case 'text-refused':
      return 'The publisher’s server does not give out the full text.'
    case 'text-login':
      return 'The full text asks for a login.'
    case 'text-robots':
      return 'The site asks programs not to read the full text.'
    case 'text-unreachable':
      return 'The site of the full text could not be reached.'
    case 'text-unreadable':
      return 'No full text was found on the article’s page.'
    case 'text-absent':
      return 'The source gives only the headline.'
    case 'pictures-waiting':
      return 'Pictures have not been fetched yet.'
    case 'pictures-off':
      return 'Pictures of this source are not kept.'
    case 'pictures-refused':
      return 'The publisher’s server does not give out pictures.'
    case 'pictures-unreachable':
      return 'The server of the pictures could not be reached; they are tried again.'
    case 'pictures-large':
      return 'Pictures are too large to be kept.'
    case 'pictures-other':
      return 'What stands at a picture’s address is no picture that can be shown.'
    case 'pictures-damaged':
      return 'The stored file of a picture was damaged or gone; it is fetched again.'
    case 'pictures-let-go':
      return 'Pictures were let go to stay within the space for pictures.'
    case 'pictures-over-budget':
      return 'There is no room left for pictures within the space set for them.'
  }
}
