import type { desktopWords } from '../english/desktop.ts'

/** Words of the choices for one computer, and of pausing, in Chinese. */
export const desktopWordsInChinese: Readonly<Record<keyof typeof desktopWords, string>> = {
  'desktop.title': '此电脑',
  'desktop.keepsRunning': '关闭窗口后继续运行',
  'desktop.keepsRunningAdvice': '新闻会继续到达。通过其图标可重新打开或退出 Newsdesk。',
  'desktop.keepsRunningCannot': '此桌面没有托盘，关闭窗口后将无法再找到 Newsdesk，因此会直接退出。',
  'desktop.startsAtLogin': '登录时启动',
  'desktop.startsAtLoginAdvice': '在后台启动，不显示窗口。',
  'desktop.opensFeedLinks': '用 Newsdesk 打开订阅链接',
  'desktop.opensFeedLinksAdvice': '浏览器和其他程序中以 feed: 或 newsdesk: 开头的链接会在此打开。',
  'desktop.opensFeedLinksCannot': '只有安装后的 Newsdesk 才能接收其他程序的链接。',
  'desktop.badge': '图标上的数字',
  'desktop.badge.off': '不显示',
  'desktop.badge.today': '今日未读',
  'desktop.badge.all': '全部未读',
  'desktop.notFollowed': '系统没有接受此更改。',
  'desktop.detailedLog': '记录详细日志',
  'desktop.detailedLogAdvice': '日志只保存在此电脑上。详细日志会包含来源的网址和错误内容；否则既不含网址也不含标题。',
  'desktop.log': '日志',
  'desktop.showLog': '在文件夹中显示',

  'engine.restarted': '获取新闻的部分曾停止，现已重新启动',
  'engine.stopped': 'Newsdesk 中获取和保存新闻的部分已停止两次。',
  'engine.stoppedAdvice': '已保存的内容不会丢失。重新启动即可继续。',
  'engine.start': '重新启动',

  'pause.paused': '已暂停到 {when}',
  'pause.resume': '继续',
  'pause.label': '暂停',
  'pause.advice': '在此之前不会自动查询来源，仍可手动刷新。',
  'pause.hour': '一小时',
  'pause.day': '到明天',
}
