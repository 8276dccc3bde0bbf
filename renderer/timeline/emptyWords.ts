import type { ListScope } from '../../shared/contract/article.ts'
import type { WordKey } from '../words/en.ts'

/** What an empty list says, and what to do. */
export function emptyWords(scope: ListScope): { readonly title: WordKey; readonly advice: WordKey } {
  if (scope.only === 'unread' || scope.view === 'unread') return { title: 'list.emptyUnread', advice: 'list.emptyUnreadAdvice' }
  if (scope.only === 'saved' || scope.view === 'saved') return { title: 'list.emptySaved', advice: 'list.emptySavedAdvice' }
  if (scope.view === 'watching') return { title: 'list.emptyWatching', advice: 'list.emptyWatchingAdvice' }
  if (scope.view === 'today') return { title: 'list.emptyToday', advice: 'list.emptyTodayAdvice' }
  return { title: 'list.empty', advice: 'list.emptyAdvice' }
}
