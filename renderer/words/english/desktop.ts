/** Words of the choices for one computer, and of pausing. */
export const desktopWords = {
  'desktop.title': 'This computer',
  'desktop.keepsRunning': 'Keep running when the window is closed',
  'desktop.keepsRunningAdvice': 'News goes on arriving. The icon of Newsdesk opens it again and quits it.',
  'desktop.keepsRunningCannot': 'This desktop has no tray where Newsdesk could be found again, so closing its window quits it.',
  'desktop.startsAtLogin': 'Start when I sign in',
  'desktop.startsAtLoginAdvice': 'In the background, without its window.',
  'desktop.opensFeedLinks': 'Open links of feeds in Newsdesk',
  'desktop.opensFeedLinksAdvice': 'Links that begin with feed: or newsdesk: come here from your browser and other programs.',
  'desktop.opensFeedLinksCannot': 'Only an installed Newsdesk can be given links by other programs.',
  'desktop.badge': 'Number on the icon',
  'desktop.badge.off': 'None',
  'desktop.badge.today': 'Unread today',
  'desktop.badge.all': 'All unread',
  'desktop.notFollowed': 'The system did not follow this change.',
  'desktop.detailedLog': 'Keep a detailed log',
  'desktop.detailedLogAdvice':
    'The log stays on this computer. In detail it holds the addresses of your sources and the words of faults; without, neither addresses nor titles.',
  'desktop.log': 'Log',
  'desktop.showLog': 'Show it in its folder',

  'engine.restarted': 'The part that fetches news had stopped and was started again',
  'engine.stopped': 'The part of Newsdesk that fetches and keeps news has stopped twice.',
  'engine.stoppedAdvice': 'Nothing that was kept is lost. Start it again to go on.',
  'engine.start': 'Start it again',

  'pause.paused': 'Paused until {when}',
  'pause.resume': 'Resume',
  'pause.label': 'Pause',
  'pause.advice': 'Sources are not asked by themselves until then. Refreshing by hand goes on.',
  'pause.hour': 'For an hour',
  'pause.day': 'Until tomorrow',
} as const
