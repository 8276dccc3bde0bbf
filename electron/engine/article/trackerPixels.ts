/** Hosts that serve counters and nothing else that an article would show. A host stands for its subdomains too. */
const HOSTS = new Set([
  'doubleclick.net',
  'google-analytics.com',
  'googletagmanager.com',
  'googleadservices.com',
  'googlesyndication.com',
  'feedsportal.com',
  'pixel.wp.com',
  'stats.wordpress.com',
  'stats.wp.com',
  'scorecardresearch.com',
  'quantserve.com',
  'chartbeat.net',
  'bat.bing.com',
  'analytics.twitter.com',
  'hm.baidu.com',
  'cnzz.com',
  'mmstat.com',
  'statcounter.com',
  'addtoany.com',
  'list-manage.com',
  'track.hubspot.com',
  'moatads.com',
  'adsymptotic.com',
  'pippio.com',
  'counter.rambler.ru',
  'mc.yandex.ru',
])

/** Paths that count readers on hosts that also serve pictures. */
const PATHS = [
  [/(?:^|\.)facebook\.com$/, /^\/tr(?:\/|$)/],
  [/(?:^|\.)linkedin\.com$/, /^\/(?:px|collect)(?:\/|$)/],
  [/(?:^|\.)feedburner\.com$|^feeds\.feedblitz\.com$/, /^\/(?:~r|~ff|_)\//],
  [
    /(?:^|\.)(?:prnewswire|newswire|globenewswire|businesswire)\.(?:com|ca)$/,
    /^\/(?:rt|ti|newsroom\/ti|cts|portal\/site\/home\/rss\/cts)(?:\/|\.|$)/i,
  ],
  [/./, /\/(?:pixel|track(?:ing|er)?|beacon|counter|__utm|open)\.(?:gif|png|php|aspx?)$/i],
] as const

/** Whether an address only counts its readers (X06). */
export function isTrackerAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (isTrackerHost(url.hostname)) return true
  return PATHS.some(([host, path]) => host.test(url.hostname) && path.test(url.pathname))
}

function isTrackerHost(host: string): boolean {
  const labels = host.split('.')
  return labels.some((_, at) => HOSTS.has(labels.slice(at).join('.')))
}
