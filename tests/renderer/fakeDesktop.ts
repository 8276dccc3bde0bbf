import type { DesktopState } from '../../shared/desktopSettings.ts'
import { ok } from '../../shared/result.ts'
import type { DesktopDoor } from '../../renderer/bridge/bridge.ts'

/** The choices of a computer, in memory. `canAll`: whether the system can follow each. */
export function fakeDesktop(canAll: boolean): DesktopDoor {
  let state: DesktopState = {
    settings: { keepsRunning: true, startsAtLogin: false, badge: 'all', opensFeedLinks: false, isLogDetailed: false },
    can: { keepRunning: canAll, startAtLogin: true, openFeedLinks: canAll },
  }
  return {
    showLog: () => undefined,
    state: () => Promise.resolve(ok(state)),
    change: (change) => {
      state = { ...state, settings: { ...state.settings, ...change } }
      return Promise.resolve(ok(state))
    },
  }
}
