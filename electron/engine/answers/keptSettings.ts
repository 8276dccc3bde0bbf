import { settingsSchema, type Settings, type SettingsChange } from '../../../shared/settings.ts'
import type { Store } from '../store/store.ts'

/** A person's choices, as the library keeps them. */
export interface KeptSettings {
  get(): Settings
  change(change: SettingsChange): Settings
}

/** Reads the settings once and keeps them. A value that this build does not understand counts as not chosen, and is left as it is. */
export function keepSettings(store: Pick<Store, 'settings'>): KeptSettings {
  let settings = readSettings(store.settings.read())
  return {
    get: () => settings,
    change: (change) => {
      for (const [key, value] of Object.entries(change)) store.settings.write(key, value)
      settings = readSettings(store.settings.read())
      return settings
    },
  }
}

function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
  const understood = Object.entries(settingsSchema.shape).filter(
    ([key, schema]) => Object.hasOwn(raw, key) && schema.safeParse(raw[key]).success,
  )
  return settingsSchema.parse(Object.fromEntries(understood.map(([key]) => [key, raw[key]])))
}
