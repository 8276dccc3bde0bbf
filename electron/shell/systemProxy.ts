import type { Session } from 'electron'
import type { ProxyFor } from '../../shared/proxyFor.ts'

/**
 * The proxies that the system has, asked of Chromium, which reads the settings of every system and the scripts that they name.
 *
 * @param session the one to ask; it is made when it is first asked.
 */
export function systemProxy(session: () => Pick<Session, 'resolveProxy'>): ProxyFor {
  return async (url) => firstProxy(await session().resolveProxy(url))
}

/** The words of such lists for what can be used; `SOCKS` alone means its fourth version, which cannot. */
const schemes = new Map([
  ['PROXY', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS5', 'socks5'],
])

/**
 * The first of a list such as `PROXY proxy.example:3128; DIRECT` that can be used, as an address; null where that is the direct way. Where
 * all are of another kind, the first of them.
 */
export function firstProxy(list: string): string | null {
  const ways = list.split(';').flatMap((each) => {
    const [kind = '', place = ''] = each.trim().split(/\s+/)
    if (kind === 'DIRECT') return [null]
    return place === '' ? [] : [`${schemes.get(kind) ?? kind.toLowerCase()}://${place}`]
  })
  const usable = ways.find((way) => way === null || [...schemes.values()].includes(way.split(':', 1)[0] ?? ''))
  return usable === undefined ? (ways[0] ?? null) : usable
}
