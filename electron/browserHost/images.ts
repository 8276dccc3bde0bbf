import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Signs the paths of pictures: an `<img>` cannot carry the token, so its address must prove that this host gave it out. */
export interface ImageSigner {
  /** Adds the proof to every picture's path in an answer's JSON. */
  signAll(json: string): string
  /** The picture that a path names, and whether its proof is ours; null where it is no such path. */
  verify(path: string): { readonly sha256: string; readonly isOurs: boolean } | null
}

const MAC_LENGTH = 32

/** An {@link ImageSigner} with a key of this run. */
export function createImageSigner(): ImageSigner {
  const key = randomBytes(32)
  const macOf = (sha256: string): string => createHmac('sha256', key).update(sha256).digest('hex').slice(0, MAC_LENGTH)
  return {
    signAll: (json) => json.replace(/\/img\/([0-9a-f]{64})(?![0-9a-f.])/g, (path, sha256: string) => `${path}.${macOf(sha256)}`),
    verify(path) {
      const [, sha256, mac] = /^\/img\/([0-9a-f]{64})(?:\.([0-9a-f]{32}))?$/.exec(path) ?? []
      if (sha256 === undefined) return null
      const isOurs = mac !== undefined && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(sha256)))
      return { sha256, isOurs }
    },
  }
}
