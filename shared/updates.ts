import { z } from 'zod'

/** Where a build asks for updates: a folder behind an https address, or the releases of a repository. */
export const updateFeedSchema = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('generic'), url: z.url({ protocol: /^https$/ }) }),
  z.object({ provider: z.literal('github'), owner: z.string(), repo: z.string() }),
])
/** Where a build asks for updates. */
export type UpdateFeed = z.infer<typeof updateFeedSchema>

/** The versions that a person can follow: those that are finished, or early ones too. */
export const updateChannels = ['latest', 'beta'] as const
/** Which versions a person follows. */
export type UpdateChannel = (typeof updateChannels)[number]

/** Why an update was not taken. */
export type UpdateFailure =
  /** The feed did not answer. */
  | 'unreachable'
  /** What answered describes no version that can be read. */
  | 'not-understood'
  /** It led to another host, or to one without encryption. */
  | 'elsewhere'
  /** The file is not the one that the feed describes. */
  | 'damaged'
  /** The file is not signed by whoever signed this Newsdesk. */
  | 'unsigned'

/** How far the search for a newer version is. */
export type UpdateState =
  | { readonly kind: 'idle' | 'checking' | 'current' }
  /** There is one, to be fetched by hand. */
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'fetching'; readonly version: string; readonly percent: number }
  /** It is installed when Newsdesk closes. */
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly reason: UpdateFailure }

/** All there is to say of updates. `page`: where a person can fetch a version by hand; null where the build has no feed. */
export interface Updates {
  readonly page: string | null
  /** Whether this build installs what it finds. */
  readonly installs: boolean
  readonly isOn: boolean
  readonly channel: UpdateChannel
  readonly state: UpdateState
}

/** What a screen may ask about updates; every answer is an {@link Updates}. */
export const updateCommandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['tell', 'check', 'install']) }),
  z.strictObject({ do: z.literal('choose'), isOn: z.boolean().optional(), channel: z.enum(updateChannels).optional() }),
])
/** What a screen may ask about updates. */
export type UpdateCommand = z.infer<typeof updateCommandSchema>
