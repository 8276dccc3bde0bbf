import type { MissingReason } from '../../../shared/contract/missing.ts'

type Reasons = { readonly [Reason in MissingReason as `missing.${Reason}`]: string }

/** Why something is missing of an article, a sentence for each reason. */
const reasons = {
  'missing.text-waiting': 'The full text has not been fetched yet.',
  'missing.text-refused': 'The publisher’s server does not give out the full text.',
  'missing.text-login': 'The full text asks for a login.',
  'missing.text-robots': 'The site asks programs not to read the full text.',
  'missing.text-unreachable': 'The site of the full text could not be reached. It is tried again.',
  'missing.text-unreadable': 'No full text was found on the article’s page.',
  'missing.text-absent': 'The source gives only the headline.',
  'missing.pictures-waiting': 'Pictures have not been fetched yet.',
  'missing.pictures-off': 'Pictures of this source are not kept.',
  'missing.pictures-refused': 'The publisher’s server does not give out pictures.',
  'missing.pictures-unreachable': 'The server of the pictures could not be reached. It is tried again.',
  'missing.pictures-large': 'Pictures are too large to be kept.',
  'missing.pictures-other': 'What stands at a picture’s address is no picture that can be shown.',
  'missing.pictures-damaged': 'The stored file of a picture was damaged or gone. It is fetched again.',
  'missing.pictures-let-go': 'Pictures were let go to stay within the space for pictures.',
  'missing.pictures-over-budget': 'There is no room left for pictures within the space set for them.',
} as const satisfies Reasons

/** Words of what opens with no network. */
export const offlineWords = {
  ...reasons,
  'row.because': '{state}: {why}',

  'missing.title': 'Not stored',
  'missing.count': '{why} ({count, plural, one {# picture} other {# pictures}})',
  'missing.letGo': 'Pictures were let go to stay within {budget}.',
  'missing.waitsFor': '{for, select, metered {They wait, because this network is metered.} other {They wait for the network.}}',

  'offline.title': 'Offline',
  'offline.ready': 'Ready to read offline',
  'offline.readyCount':
    '{ready, number} of {total, plural, one {# article} other {# articles}}; {partial, number} are stored in part, {none, number} as a headline.',
  'offline.get': 'Get everything ready',
  'offline.stop': 'Stop',
  'offline.progressLabel': 'Getting everything ready',
  'offline.got':
    '{became, plural, =0 {Nothing more became ready} one {# article became ready} other {# articles became ready}}{left, plural, =0 {} one {; # is still not: {why}} other {; # are still not, mostly: {why}}}',
  'offline.stopped': 'Stopped. {became, plural, =0 {Nothing became ready} one {# article became ready} other {# articles became ready}}.',
  'offline.allReady': 'Everything is ready to read offline',
  'offline.budget': 'Space for pictures',
  'offline.used': '{used} are used. When it is full, pictures of the oldest read articles go first; those of saved items never.',
  'offline.lastEviction':
    'Last, on {date}: {pictures, plural, one {# picture} other {# pictures}} ({bytes}) of {articles, plural, one {# article} other {# articles}} let go to stay within {budget}{unread, plural, =0 {, all of them read} other {, # of them unread}}.',
  'offline.metered': 'Fetch pages and pictures on metered networks too',
  'offline.keepsPictures': 'Keep its pictures for offline reading',

  'sidebar.metered': 'Metered network: pictures wait',
} as const
