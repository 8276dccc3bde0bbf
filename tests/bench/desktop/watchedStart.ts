import { setTimeout } from 'node:timers/promises'
import { _electron } from 'playwright-core'
import type { ElectronApplication } from 'playwright-core'
import { switches } from '../../app/electronApp.ts'
import { firstRowAt } from '../start/firstRow.ts'
import { memoryOfTree } from './processTree.ts'

/** What one start showed, in milliseconds and MiB. Null: the system or the app did not tell. */
export interface StartFigures {
  /** From the start of the process. */
  readonly toFirstRow: number
  readonly toWindow: number | null
  /** Processor time of the main process until its window showed. */
  readonly mainCpu: number | null
  /** Of all processes, when they had been idle. */
  readonly memory: number | null
}

/** Starts an app and waits for its first row; then for `idle` milliseconds, where its memory is wanted. */
export async function startAndWatch(executable: string, args: readonly string[], idle: number | null): Promise<StartFigures> {
  const startedAt = Date.now()
  const app = await _electron.launch({ executablePath: executable, args: [...switches(), ...args] })
  try {
    const shown = await watchWindow(app)
    const toFirstRow = (await firstRowAt(await app.firstWindow())) - startedAt
    return { toFirstRow, ...windowFigures(await shown(), startedAt), memory: await memoryWhenIdle(app, idle) }
  } finally {
    await app.close()
  }
}

interface Shown {
  readonly at: number
  readonly cpu: number
}

/** Has the main process note when its window shows; the returned function reads the note, null where it had shown before. */
async function watchWindow(app: ElectronApplication): Promise<() => Promise<Shown | null>> {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the app, which knows nothing of this file
    const follow = (window: Electron.BrowserWindow): void => {
      if (window.isVisible()) return
      window.once('show', () => {
        const { user, system } = process.cpuUsage()
        Object.assign(globalThis, { shown: { at: Date.now(), cpu: (user + system) / 1000 } })
      })
    }
    BrowserWindow.getAllWindows().forEach(follow)
    electron.on('browser-window-created', (_, window) => follow(window))
  })
  return () => app.evaluate(() => (globalThis as { shown?: Shown }).shown ?? null)
}

function windowFigures(shown: Shown | null, startedAt: number): Pick<StartFigures, 'toWindow' | 'mainCpu'> {
  return shown === null ? { toWindow: null, mainCpu: null } : { toWindow: shown.at - startedAt, mainCpu: shown.cpu }
}

async function memoryWhenIdle(app: ElectronApplication, idle: number | null): Promise<number | null> {
  if (idle === null) return null
  await setTimeout(idle)
  return memoryOfTree(app.process().pid ?? 0)
}
