/** An address as people read it: no scheme, no `www.`, no slash at the end, its letters as they are written. */
export function shownAddress(url: string): string {
  const plain = url
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
  try {
    return decodeURI(plain)
  } catch {
    // A stray percent sign: better as it stands than not at all.
    return plain
  }
}
