import type { ActionName } from './actions.ts'

/** What can be done with an article, wherever it is asked for: what its toolbar has. */
export const articleMenu: readonly ActionName[] = [
  'openArticle',
  'toggleSaved',
  'toggleRead',
  'editNote',
  'toggleFullText',
  'copyCitation',
  'openOriginal',
  'print',
]

/** What can be done with a source that is chosen. */
export const sourceMenu: readonly ActionName[] = ['markAllRead', 'refreshSource', 'editSource', 'unfollow', 'goHealth']
