import { randomBytes } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Bytes in base 32 with lower-case letters (RFC 4648's alphabet, no padding); bits that fill no letter are left out. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += LETTERS[(value >>> (bits - 5)) & 31]
    value &= 0xff
  }
  return text
}

/** An id for something that a person makes and that is the same as nothing else. */
export function freshId(): string {
  return base32(randomBytes(8)).slice(0, 12)
}
