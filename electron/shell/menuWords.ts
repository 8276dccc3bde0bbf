import type { ActionName } from '../../shared/actions.ts'

/** The words of the menus that are ours; the system gives the rest in its own language. */
export type MenuWords = Readonly<Record<'file' | 'go' | 'article' | 'view' | 'help' | 'openScreenAgain' | MenuAction, string>>

/** The actions that the menus offer. */
export type MenuAction = Exclude<ActionName, 'scrollOn' | 'openArticle' | 'previousPane' | 'nextPane'>

const english: MenuWords = {
  file: 'File',
  go: 'Go',
  article: 'Article',
  view: 'View',
  help: 'Help',
  openScreenAgain: 'Open the screen again',
  nextArticle: 'Next article',
  previousArticle: 'Previous article',
  nextUnread: 'Next unread article',
  toggleSaved: 'Save or unsave',
  toggleRead: 'Mark read or unread',
  openOriginal: 'Open the original page',
  toggleFullText: 'Full text or feed text',
  markAllRead: 'Mark all read',
  undo: 'Undo the last change',
  search: 'Search',
  refresh: 'Refresh',
  addSource: 'Add a source…',
  goToday: 'Today',
  goAll: 'All articles',
  goCompany: 'Company news',
  goIndustry: 'Industry news',
  goSaved: 'Saved',
  goWatching: 'Watching',
  goHealth: 'Source health',
  largerText: 'Larger text',
  smallerText: 'Smaller text',
  editNote: 'Edit the note',
  copyCitation: 'Copy as a citation',
  print: 'Print…',
  settings: 'Settings…',
  shortcuts: 'Keyboard shortcuts',
  palette: 'Command palette…',
}

const chinese: MenuWords = {
  file: '文件',
  go: '前往',
  article: '文章',
  view: '显示',
  help: '帮助',
  openScreenAgain: '重新打开界面',
  nextArticle: '下一篇文章',
  previousArticle: '上一篇文章',
  nextUnread: '下一篇未读文章',
  toggleSaved: '收藏或取消收藏',
  toggleRead: '标为已读或未读',
  openOriginal: '打开原网页',
  toggleFullText: '全文或订阅源文本',
  markAllRead: '全部标为已读',
  undo: '撤销上次更改',
  search: '搜索',
  refresh: '刷新',
  addSource: '添加来源…',
  goToday: '今天',
  goAll: '所有文章',
  goCompany: '公司新闻',
  goIndustry: '行业新闻',
  goSaved: '已收藏',
  goWatching: '监看',
  goHealth: '来源状况',
  largerText: '放大文字',
  smallerText: '缩小文字',
  editNote: '编辑笔记',
  copyCitation: '复制为引文',
  print: '打印…',
  settings: '设置…',
  shortcuts: '键盘快捷键',
  palette: '命令面板…',
}

/** The words for a language, as `app.getLocale()` names it. */
export function menuWords(locale: string): MenuWords {
  return locale.toLowerCase().startsWith('zh') ? chinese : english
}
