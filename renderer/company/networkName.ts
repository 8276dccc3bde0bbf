const networks: readonly (readonly [host: string, name: string])[] = [
  ['linkedin.com', 'LinkedIn'],
  ['twitter.com', 'X'],
  ['x.com', 'X'],
  ['facebook.com', 'Facebook'],
  ['youtube.com', 'YouTube'],
  ['instagram.com', 'Instagram'],
  ['xing.com', 'Xing'],
  ['weibo.com', '微博'],
  ['bilibili.com', '哔哩哔哩'],
  ['zhihu.com', '知乎'],
  ['tiktok.com', 'TikTok'],
  ['whatsapp.com', 'WhatsApp'],
  ['wa.me', 'WhatsApp'],
  ['t.me', 'Telegram'],
  ['line.me', 'LINE'],
  ['github.com', 'GitHub'],
  ['pinterest.com', 'Pinterest'],
  ['threads.net', 'Threads'],
  ['bsky.app', 'Bluesky'],
]

/** What people call the place of an account; its host where it has no known name. */
export function networkName(url: string): string {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? url
  return networks.find(([known]) => host === known || host.endsWith(`.${known}`))?.[1] ?? host
}
