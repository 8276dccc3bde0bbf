import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the desktop app was asked to do when it was started. `profile` is null for the platform's own folder. */
export interface ShellArguments {
  readonly profile: string | null
  readonly isSample: boolean
  readonly mayUsePrivate: boolean
  /** Started by the system: the window waits until it is asked for. */
  readonly isHidden: boolean
}

/** Reads the app's own arguments; those of Chromium and Electron stand among them and are passed over. */
export function readShellArguments(argv: readonly string[]): ShellArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      profile: { type: 'string' },
      sample: { type: 'boolean' },
      'allow-private': { type: 'boolean' },
      hidden: { type: 'boolean' },
    },
  })
  return {
    profile: typeof values.profile === 'string' ? resolve(values.profile) : null,
    isSample: values.sample === true,
    mayUsePrivate: values['allow-private'] === true,
    isHidden: values['hidden'] === true,
  }
}
