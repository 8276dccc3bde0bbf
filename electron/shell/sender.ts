import { isOfApp } from './appOrigin.ts'

/** What is known of who sent a message. */
export interface Sender {
  readonly id: number
  readonly frame: { readonly url: string; readonly parent: unknown } | null
}

/**
 * Whether a message comes from the app's own page: a window of ours, its main frame, at the app's origin.
 * A frame that is gone has no address, and is refused.
 */
export function isOwnPage(sender: Sender, windowIds: ReadonlySet<number>): boolean {
  const { id, frame } = sender
  return windowIds.has(id) && frame !== null && frame.parent === null && isOfApp(frame.url)
}
