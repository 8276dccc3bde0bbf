import type { ProxyFor } from '../../../shared/proxyFor.ts'

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The proxies that the environment names, as other programs understand it: `http_proxy`, `https_proxy` and `all_proxy`, in small letters
 * or capitals, and `no_proxy` with names, their domains (`.example`), addresses, ports, and `*`. What is on this computer needs no proxy.
 */
export function proxyFromEnvironment(environment: Environment): ProxyFor {
  const named = (name: string): string | null => environment[name] || environment[name.toUpperCase()] || null
  const exceptions = (named('no_proxy') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return async (raw) => {
    const url = URL.parse(raw)
    if (url === null || LOOPBACK.test(url.hostname) || exceptions.some((exception) => isExcepted(url, exception))) return null
    const proxy = named(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? named('all_proxy')
    return proxy === null ? null : usable(proxy)
  }
}

function isExcepted({ hostname, port, protocol }: URL, exception: string): boolean {
  if (exception === '*') return true
  const [, name = '', onPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(exception) ?? []
  const isPort = onPort === undefined || onPort === (port || (protocol === 'https:' ? '443' : '80'))
  return isPort && name !== '' && (hostname === name || hostname.endsWith(`.${name}`))
}

/** A proxy is often named without its scheme, and SOCKS with who looks up the name. */
function usable(proxy: string): string | null {
  const url = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`)
  return url === null ? null : url.href.replace(/^socks(?:5h)?:/, 'socks5:')
}
