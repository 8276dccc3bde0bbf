/** Whether an address may leave for the system's browser or mail program: http and https without credentials, mailto without a query. */
export function mayBeOpened(url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null) return false
  if (parsed.protocol === 'mailto:') return parsed.search === ''
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return isWeb && parsed.username === '' && parsed.password === ''
}
