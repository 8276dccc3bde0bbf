/**
 * The text of a file that other programs wrote: by its byte order mark, else UTF-8 where that is valid,
 * else by the encoding that its XML declaration names, else windows-1252.
 */
export function decodeFile(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  for (const label of [byteOrderMark(bytes), 'utf-8', declared]) {
    const text = label === undefined || label === null ? null : decoded(bytes, label)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
