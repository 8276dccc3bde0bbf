/** Under which name the build puts the licences beside the screen, for both hosts to serve. */
export const LICENCES_FILE = 'licences.json'

/** A package that stands in the app, and under what it may be passed on. */
export interface PackageLicence {
  readonly name: string
  readonly version: string
  /** Its SPDX expression: `MIT`, `(MPL-2.0 OR Apache-2.0)`. */
  readonly licence: string
  /** Who wrote it, as it says itself; null where it does not. */
  readonly author: string | null
  /** The licence as the package carries it, every file of it; null where it carries none. */
  readonly text: string | null
}
