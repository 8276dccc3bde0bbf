/**
 * Names the proxy that leads to an address, as `http://host:port`, or with `https:` or `socks5:`; null where the way is direct. Through one
 * of another kind nothing is fetched, since going past it is not what its owner wants.
 */
export type ProxyFor = (url: string) => Promise<string | null>
