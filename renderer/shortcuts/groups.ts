import type { ActionName } from '../../shared/actions.ts'

/** Under which heading the keys of an action are shown. */
export type KeyGroup = 'list' | 'article' | 'go' | 'desk'

const groupOf: Readonly<Record<ActionName, KeyGroup>> = {
  nextArticle: 'list',
  previousArticle: 'list',
  nextUnread: 'list',
  scrollOn: 'article',
  openArticle: 'list',
  chooseRow: 'list',
  toggleSaved: 'article',
  toggleRead: 'article',
  openOriginal: 'article',
  toggleFullText: 'article',
  markAllRead: 'list',
  undo: 'desk',
  search: 'desk',
  keepSearch: 'desk',
  refresh: 'desk',
  refreshSource: 'list',
  editSource: 'list',
  unfollow: 'list',
  getReady: 'desk',
  addSource: 'desk',
  goToday: 'go',
  goAll: 'go',
  goCompany: 'go',
  goIndustry: 'go',
  goSaved: 'go',
  goWatching: 'go',
  goHealth: 'go',
  previousPane: 'desk',
  nextPane: 'desk',
  largerText: 'article',
  smallerText: 'article',
  editNote: 'article',
  copyCitation: 'article',
  print: 'article',
  settings: 'desk',
  shortcuts: 'desk',
  palette: 'desk',
}

/** The headings as they are shown, in two columns of about one length. */
export const keyColumns: readonly (readonly KeyGroup[])[] = [
  ['list', 'article'],
  ['go', 'desk'],
]

/** The actions of a heading, in the order of the actions themselves. */
export function actionsOf(group: KeyGroup): readonly ActionName[] {
  return (Object.keys(groupOf) as ActionName[]).filter((action) => groupOf[action] === group)
}
