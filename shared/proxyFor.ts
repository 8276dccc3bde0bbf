/** Names the proxy that leads to an address, as `http://host:port` or `https://host:port`; null where the way is direct. */
export type ProxyFor = (url: string) => Promise<string | null>
