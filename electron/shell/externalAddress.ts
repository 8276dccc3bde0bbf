const LONGEST = 8192

/**
 * The address to hand to the system's browser or mail program, or null where it may not be: only the web without credentials,
 * and mail without a query (which could fill in and attach things). What is handed over is the parsed address, never the text.
 */
export function externalAddressOf(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > LONGEST) return null
  const parsed = URL.parse(raw)
  if (parsed === null) return null
  if (parsed.protocol === 'mailto:') return isPlainMail(parsed) ? parsed.href : null
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : null
}

function isPlainMail({ href, pathname }: URL): boolean {
  return !/[?#]/.test(href) && /^[^\s<>"'`%\\,;]+@[^\s<>"'`%\\,;@]+$/.test(pathname)
}
