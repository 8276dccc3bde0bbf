import { app } from 'electron'
import { desktopSettings, type DesktopChange, type DesktopSettings, type DesktopState } from '../../shared/desktopSettings.ts'
import type { LoginItem } from './loginItem.ts'
import type { ShellMemory } from './shellMemory.ts'

/** A person's choices for this computer. What the system holds itself (login item, whose links open here) is asked of the system. */
export interface DesktopChoices {
  readonly state: () => Promise<DesktopState>
  readonly change: (change: DesktopChange) => Promise<DesktopState>
}

/** What the choices stand on. `canHide`: whether an app without a window can be found again. */
export interface ChoiceOptions {
  readonly memory: ShellMemory
  readonly login: LoginItem
  readonly canHide: Promise<boolean>
  /** Called after each change. */
  readonly onChange: (settings: DesktopSettings) => void
}

/** The schemes that a person can have open here. */
const schemes = ['feed', 'newsdesk'] as const

/** Makes the choices of this computer. */
export function desktopChoices({ memory, login, canHide, onChange }: ChoiceOptions): DesktopChoices {
  const state = async (): Promise<DesktopState> => ({
    settings: {
      ...kept(memory),
      startsAtLogin: login.isSet(),
      opensFeedLinks: app.isDefaultProtocolClient(schemes[0]),
    },
    // A program that was not installed has no name that links could be sent to.
    can: { keepRunning: await canHide, startAtLogin: true, openFeedLinks: app.isPackaged },
  })
  return {
    state,
    change: async ({ startsAtLogin, opensFeedLinks, ...rest }) => {
      memory.set('desktop', { ...kept(memory), ...rest })
      if (startsAtLogin !== undefined) login.set(startsAtLogin)
      if (opensFeedLinks !== undefined) setDefault(opensFeedLinks)
      const now = await state()
      onChange(now.settings)
      return now
    },
  }
}

const ownChoices = desktopSettings.pick({ keepsRunning: true, badge: true, isLogDetailed: true })
type OwnChoices = Pick<DesktopSettings, 'keepsRunning' | 'badge' | 'isLogDetailed'>

/**
 * What is kept; where nothing is, or something else, the built-in choices. Asks nothing of the system, which on Linux starts a program
 * and waits for it: what is wanted often is read here.
 */
export function kept(memory: Pick<ShellMemory, 'get'>): OwnChoices {
  const read = ownChoices.safeParse(memory.get('desktop'))
  return read.success ? read.data : { keepsRunning: true, badge: 'all', isLogDetailed: false }
}

// What follows `--` is a link, whatever it looks like.
function setDefault(isWanted: boolean): void {
  for (const scheme of schemes)
    if (isWanted) app.setAsDefaultProtocolClient(scheme, process.execPath, ['--'])
    else app.removeAsDefaultProtocolClient(scheme, process.execPath, ['--'])
}
