import { ipcMain } from 'electron'
import type { Rectangle } from 'electron'
import Store from 'electron-store'
import type { UpdateChoices } from './updates/updateKeeper.ts'
import type { DesktopSettings } from '../../shared/desktopSettings.ts'

/** What the shell keeps of this computer: nothing that a person would want on another one. */
export interface Remembered {
  readonly window?: Rectangle & { readonly isMaximised: boolean }
  /** How large the interface is drawn, in per cent. */
  readonly zoom?: number
  readonly updates?: UpdateChoices
  readonly desktop?: Pick<DesktopSettings, 'keepsRunning' | 'badge' | 'isLogDetailed'>
  /** A person knows that the app goes on when its window is closed. */
  readonly hasToldGoingOn?: boolean
}

/** The shell's own memory, `shell.json` of the profile. It answers before there is an engine, and without one. */
export interface ShellMemory {
  get<Name extends keyof Remembered>(name: Name): Remembered[Name]
  set<Name extends keyof Remembered>(name: Name, value: NonNullable<Remembered[Name]>): void
}

/** The memory of a profile. A broken file counts as empty; whoever reads a value checks it. */
export function openShellMemory(profile: string): ShellMemory {
  const store = new Store<Remembered>({ cwd: profile, name: 'shell', clearInvalidConfig: true })
  // The store offers its folder to renderers over a channel; ours have no use for it.
  ipcMain.removeAllListeners('electron-store-get-data')
  return {
    get: (name) => store.get(name),
    set: (name, value) => store.set({ [name]: value }),
  }
}
