import type { ActionName } from '../../shared/actions.ts'

/** What the system does by itself when it is chosen, by Electron's names. */
export type RoleWord =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'delete'
  | 'selectAll'
  | 'togglefullscreen'
  | 'toggleDevTools'

type HostWord = 'openScreenAgain' | 'zoomIn' | 'zoomOut' | 'zoomReset' | 'checkForUpdates'

/** The words of the menus. An `&` stands before the letter that opens a menu with Alt. */
export interface MenuWords {
  readonly menus: Readonly<Record<'file' | 'edit' | 'go' | 'article' | 'view' | 'window' | 'help', string>>
  readonly actions: Readonly<Record<ActionName, string>>
  readonly host: Readonly<Record<HostWord, string>>
  readonly roles: Readonly<Record<RoleWord, string>>
}

const english: MenuWords = {
  menus: {
    file: '&File',
    edit: '&Edit',
    go: '&Go',
    article: '&Article',
    view: '&View',
    window: '&Window',
    help: '&Help',
  },
  actions: {
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
    keepSearch: 'Keep this search',
    refresh: 'Refresh',
    refreshSource: 'Refresh this source',
    editSource: 'Change this source…',
    unfollow: 'Unfollow this source',
    getReady: 'Get everything ready for offline',
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
    scrollOn: 'Scroll on',
    openArticle: 'Open the article',
    chooseRow: 'Choose or unchoose a saved item',
    previousPane: 'Previous pane',
    nextPane: 'Next pane',
  },
  host: {
    openScreenAgain: 'Open the screen again',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    checkForUpdates: 'Check for updates…',
  },
  roles: {
    about: 'About Newsdesk',
    services: 'Services',
    hide: 'Hide Newsdesk',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    quit: 'Quit Newsdesk',
    close: 'Close window',
    minimize: 'Minimise',
    zoom: 'Zoom',
    front: 'Bring all to front',
    undo: 'Undo typing',
    redo: 'Redo typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select all',
    togglefullscreen: 'Full screen',
    toggleDevTools: 'Developer tools',
  },
}

const chinese: MenuWords = {
  menus: {
    file: '文件(&F)',
    edit: '编辑(&E)',
    go: '前往(&G)',
    article: '文章(&A)',
    view: '显示(&V)',
    window: '窗口(&W)',
    help: '帮助(&H)',
  },
  actions: {
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
    keepSearch: '保存此搜索',
    refresh: '刷新',
    refreshSource: '刷新此来源',
    editSource: '更改此来源…',
    unfollow: '取消关注此来源',
    getReady: '备齐全部内容以供离线阅读',
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
    scrollOn: '继续滚动',
    openArticle: '打开文章',
    chooseRow: '选择或取消选择收藏项',
    previousPane: '上一个窗格',
    nextPane: '下一个窗格',
  },
  host: {
    openScreenAgain: '重新打开界面',
    zoomIn: '放大界面',
    zoomOut: '缩小界面',
    zoomReset: '实际大小',
    checkForUpdates: '检查更新…',
  },
  roles: {
    about: '关于 Newsdesk',
    services: '服务',
    hide: '隐藏 Newsdesk',
    hideOthers: '隐藏其他',
    unhide: '全部显示',
    quit: '退出 Newsdesk',
    close: '关闭窗口',
    minimize: '最小化',
    zoom: '缩放',
    front: '全部置于前台',
    undo: '撤销输入',
    redo: '重做输入',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    delete: '删除',
    selectAll: '全选',
    togglefullscreen: '全屏',
    toggleDevTools: '开发者工具',
  },
}

/** The words for a language, as settings or `app.getLocale()` name it. */
export function menuWords(language: string): MenuWords {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
