import type { ArticleRow } from '../../shared/contract/article.ts'
import type { EventBody } from '../../shared/contract/events.ts'
import type { Visit } from '../../shared/visit.ts'
import type { NotificationWords } from './notificationWords.ts'

/** A notification: what it says, and where a click leads. */
export interface NotificationText {
  readonly title: string
  readonly body: string
  readonly visit: Visit
}

/** How many articles a notification names. */
export const MOST_NAMED = 4
const LONGEST_LINE = 120

/** What a notification says of caught articles, of which `rows` are the first; null where none of them is there any more. */
export function notificationText(
  { count, isSummary }: EventBody<'watchCaught'>,
  rows: readonly Pick<ArticleRow, 'id' | 'title' | 'sourceTitle'>[],
  words: NotificationWords,
): NotificationText | null {
  const [first] = rows
  if (first === undefined) return null
  if (count === 1) {
    const visit: Visit = { kind: 'article', id: first.id }
    const title = isSummary ? words.whileQuiet(1) : line(first.sourceTitle)
    return { title, body: line(first.title), visit }
  }
  const named = rows.slice(0, MOST_NAMED).map((row) => line(row.title))
  const rest = count - named.length
  return {
    title: isSummary ? words.whileQuiet(count) : words.several(count),
    body: [...named, ...(rest > 0 ? [words.more(rest)] : [])].join('\n'),
    visit: { kind: 'watching' },
  }
}

/** A publisher's line: cut, and with nothing that a desktop could take for markup, as some of Linux do (X01). */
function line(text: string): string {
  const cut =
    text.length > LONGEST_LINE
      ? `${text
          .slice(0, LONGEST_LINE - 1)
          .toWellFormed()
          .trimEnd()}…`
      : text
  return cut.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›')
}
