import { createHash } from 'node:crypto'
import { base32 } from '../base32.ts'

const ID_LENGTH = 20
const LINK_HASH_BYTES = 6
const CONTENT_HASH_BYTES = 16

/** The id of an article: made from what it is, so that it is the same again after the cache was lost. */
export function articleId(sourceId: string, identityKey: string): string {
  const hash = createHash('sha256').update(`${sourceId}\n${identityKey}`).digest()
  return base32(hash.subarray(0, 13)).slice(0, ID_LENGTH)
}

/** A canonical link as a number that JavaScript holds exactly; unique enough within one source. */
export function linkHash(linkKey: string | null): number | null {
  return linkKey === null ? null : createHash('sha256').update(linkKey).digest().readUIntBE(0, LINK_HASH_BYTES)
}

/** The draft's content hash, cut to what is needed to tell one version of an article from the next. */
export function shortContentHash(contentHash: string): Buffer {
  const bytes = Buffer.from(contentHash, 'hex')
  // A hash that is not hex would come out empty and make all versions equal.
  return bytes.length === 0
    ? createHash('sha256').update(contentHash).digest().subarray(0, CONTENT_HASH_BYTES)
    : bytes.subarray(0, CONTENT_HASH_BYTES)
}
