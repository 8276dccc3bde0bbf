/** The words of the tray, the badge, and what is said while no screen can. */
export interface ShellWords {
  readonly open: string
  readonly unread: (count: number) => string
  readonly refresh: string
  readonly pauseHour: string
  readonly pauseDay: string
  readonly paused: (until: string) => string
  readonly resume: string
  readonly settings: string
  readonly quit: string
  /** Said once, when the window was closed and the app went on. */
  readonly goesOn: string
  readonly goesOnMore: string
  readonly openLink: string
  readonly copyLink: string
  readonly copyPicture: string
  readonly searchFor: (text: string) => string
  readonly hangs: string
  readonly hangsMore: string
  readonly wait: string
  readonly reload: string
}

const english: ShellWords = {
  open: 'Open Newsdesk',
  unread: (count) => (count === 0 ? 'Nothing unread' : `${count} unread`),
  refresh: 'Refresh',
  pauseHour: 'Pause for an hour',
  pauseDay: 'Pause until tomorrow',
  paused: (until) => `Paused until ${until}`,
  resume: 'Resume',
  settings: 'Settings…',
  quit: 'Quit Newsdesk',
  goesOn: 'Newsdesk goes on fetching news',
  goesOnMore: 'Its icon opens it again and quits it. In the settings you can have closing the window quit.',
  openLink: 'Open the link',
  copyLink: 'Copy the address of the link',
  copyPicture: 'Copy the picture',
  searchFor: (text) => `Search for “${text}”`,
  hangs: 'Newsdesk does not answer',
  hangsMore: 'Its screen has not answered for a minute. News is still being fetched, and nothing that was kept is lost.',
  wait: 'Wait',
  reload: 'Load the screen again',
}

const chinese: ShellWords = {
  open: '打开 Newsdesk',
  unread: (count) => (count === 0 ? '没有未读' : `${count} 篇未读`),
  refresh: '刷新',
  pauseHour: '暂停一小时',
  pauseDay: '暂停到明天',
  paused: (until) => `已暂停到 ${until}`,
  resume: '继续',
  settings: '设置…',
  quit: '退出 Newsdesk',
  goesOn: 'Newsdesk 会继续获取新闻',
  goesOnMore: '点按其图标可重新打开或退出。也可在设置中选择关闭窗口时退出。',
  openLink: '打开链接',
  copyLink: '复制链接地址',
  copyPicture: '复制图片',
  searchFor: (text) => `搜索“${text}”`,
  hangs: 'Newsdesk 没有响应',
  hangsMore: '界面已有一分钟没有响应。新闻仍在获取，已保存的内容不会丢失。',
  wait: '等待',
  reload: '重新载入界面',
}

/** The words for a language, as settings or `app.getLocale()` name it. */
export function shellWords(language: string): ShellWords {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
