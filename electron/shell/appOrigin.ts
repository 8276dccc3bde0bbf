/** The scheme and origin of the app's own page. */
export const APP_SCHEME = 'app'
const OWN_ORIGIN = `${APP_SCHEME}://bundle`
// A host that can exist nowhere else (RFC 6761).
const LATE_ORIGIN = 'https://bundle.invalid'

let origin = OWN_ORIGIN

/** The origin of the app's own page. */
export function appOrigin(): string {
  return origin
}

/** The scheme of {@link appOrigin}, as `protocol.handle` names it. */
export function appScheme(): string {
  return new URL(origin).protocol.slice(0, -1)
}

/**
 * Serves the app's page at an https origin that only its own session knows. For a launcher that loads the app when Electron is
 * ready already: a scheme of one's own can then be declared no more. Nothing of it touches a network.
 */
export function serveAtHttps(): void {
  origin = LATE_ORIGIN
}

/** Whether an address is of the app's own origin. An empty or unreadable one is not. */
export function isOfApp(address: string | null | undefined): boolean {
  const parsed = URL.parse(address ?? '')
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === origin && parsed.username === ''
}
