import type { AccountFact, SocialNetwork } from '../companyFacts.ts'
import { textProperties } from './companyData.ts'
import type { SitePage } from './page.ts'
import { absolute, hostOf } from './siteAddress.ts'

const HOSTS: Readonly<Record<string, SocialNetwork>> = {
  'linkedin.com': 'linkedin',
  'twitter.com': 'x',
  'x.com': 'x',
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'youtube.com': 'youtube',
  'instagram.com': 'instagram',
  'xing.com': 'xing',
  'weibo.com': 'weibo',
  'weibo.cn': 'weibo',
  'space.bilibili.com': 'bilibili',
  'zhihu.com': 'zhihu',
  'tiktok.com': 'tiktok',
  'douyin.com': 'tiktok',
  'wa.me': 'whatsapp',
  'api.whatsapp.com': 'whatsapp',
  't.me': 'telegram',
  'line.me': 'line',
  'lin.ee': 'line',
  'github.com': 'github',
  'pinterest.com': 'pinterest',
  'threads.net': 'threads',
  'bsky.app': 'bluesky',
}
// Buttons that share a page, single posts, and what a network says of itself are nobody's account.
const NO_ACCOUNT =
  /^\/(?:sharer?(?:\.php)?|share|sharearticle|sharing|intent|dialog|plugins|hashtag|search|home|login|signup|watch|embed|results|pin|privacy|policies|legal|about|help|tr|groups\/feed|service\/share|wix|wordpress|wordpressdotcom|squarespace|shopify)(?:[/?.]|$)|\/(?:status|posts|p|reel|videos)\//iu

/** The accounts that a page links to as the company's own, in the order of the page. */
export function accountFacts(page: SitePage): AccountFact[] {
  const described = page.companies.flatMap(({ thing, place }) => textProperties(thing, 'sameAs').map((href) => ({ href, place })))
  const linked = page.links.map(({ href, region }) => ({ href, place: region === 'footer' ? ('footer' as const) : ('link' as const) }))
  return [...described, ...linked].flatMap(({ href, place }) => {
    const address = absolute(href, page.base)
    const network = address === null ? null : networkOf(address)
    return address === null || network === null ? [] : [{ network, value: tidyAccount(address, network), url: page.url, place }]
  })
}

function networkOf(address: string): SocialNetwork | null {
  const host = hostOf(address).replace(/^(?:m|mobile|de|fr|cn|jp|es|e|[a-z]{2}-[a-z]{2})\./u, '')
  const network = HOSTS[host] ?? null
  if (network === null) return null
  const url = new URL(address)
  const hasPath = url.pathname.replace(/\//gu, '') !== '' || (network === 'whatsapp' && url.searchParams.has('phone'))
  return hasPath && !NO_ACCOUNT.test(url.pathname) && !url.searchParams.has('text') ? network : null
}

function tidyAccount(address: string, network: SocialNetwork): string {
  const url = new URL(address)
  url.hash = ''
  if (network !== 'whatsapp' && !url.pathname.endsWith('.php')) url.search = ''
  return url.href.replace(/\/$/u, '')
}
