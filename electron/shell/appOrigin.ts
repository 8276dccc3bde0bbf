/** The scheme that the app's own files are served with. */
export const APP_SCHEME = 'app'
/** The one host of that scheme. */
export const APP_HOST = 'bundle'
/** The origin of the app's own page. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Whether an address is of the app's own origin. An empty or unreadable one is not. */
export function isOfApp(address: string | null | undefined): boolean {
  const parsed = URL.parse(address ?? '')
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === APP_HOST && parsed.username === ''
}
