import type { Session } from 'electron'
import type { ProxyFor } from '../../shared/proxyFor.ts'

/** The proxies that the system has, asked of Chromium, which reads the settings of every system and the scripts that they name. */
export function systemProxy(session: Pick<Session, 'resolveProxy'>): ProxyFor {
  return async (url) => firstProxy(await session.resolveProxy(url))
}

/**
 * The first of a list such as `PROXY proxy.example:3128; DIRECT` that can be used, as an address; null where that is the direct way,
 * or all of them are of another kind (SOCKS).
 */
export function firstProxy(list: string): string | null {
  for (const each of list.split(';')) {
    const [kind = '', place = ''] = each.trim().split(/\s+/)
    if (kind === 'DIRECT') return null
    if (kind === 'PROXY' && place !== '') return `http://${place}`
    if (kind === 'HTTPS' && place !== '') return `https://${place}`
  }
  return null
}
