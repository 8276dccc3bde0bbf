import { z } from 'zod'

/** What a person has chosen for the app on this very computer. It stays here: it is in no backup of the library. */
export const desktopSettings = z.strictObject({
  /** Closing the window leaves the app running, where there is a tray or a dock to find it in. */
  keepsRunning: z.boolean(),
  /** The app starts with the system, without its window. */
  startsAtLogin: z.boolean(),
  /** What the number on the app's icon counts. */
  badge: z.enum(['off', 'today', 'all']),
  /** Links of feeds in other programs open here. */
  opensFeedLinks: z.boolean(),
  /** The log may hold addresses, to find a fault with. */
  isLogDetailed: z.boolean(),
})
export type DesktopSettings = z.infer<typeof desktopSettings>

/** What a change may hold: any of them. */
export const desktopChange = z.strictObject(desktopSettings.shape).partial()
/** Some of the choices. */
export type DesktopChange = Partial<DesktopSettings>

/** The choices as they hold, and which of them this system can follow. */
export type DesktopState = {
  readonly settings: DesktopSettings
  readonly can: Readonly<Record<'keepRunning' | 'startAtLogin' | 'openFeedLinks', boolean>>
}
