import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
// The entry for Electron opens a channel by which any page could write into the log.
import logger from 'electron-log/node'
import type { LogFault } from '../gate/gate.ts'
import { plainFault, wholeFault } from './plainFault.ts'

/** The log of the desktop app, of its main process and its engine's. It stays on this computer. */
export interface ShellLog {
  readonly fault: LogFault
  /** Writes down what happened. Never what a person reads, or where from. */
  readonly note: (happened: string) => void
  /** Writes down what may hold addresses; nothing at the default level. */
  readonly detail: (happened: string) => void
  readonly setDetailed: (isDetailed: boolean) => void
  /** Where it stands. */
  readonly path: string
}

const MOST_BYTES = 2 * 1024 * 1024
const OLDER = 3
const LONGEST_LINE = 8000

/** Opens the log of a profile: four files of two megabytes at most, for their owner alone. `echo`: where each line goes as well. */
export function openLog(profile: string, isDetailed: boolean, echo: ((line: string) => void) | null): ShellLog {
  const folder = join(profile, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'newsdesk.log')
  const { file, console: shown } = logger.transports
  shown.level = false
  file.resolvePathFn = () => path
  file.maxSize = MOST_BYTES
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = '{iso} {level} {text}'
  file.archiveLogFn = () => rotate(path)
  const write = (level: 'info' | 'warn' | 'debug', text: string): void => {
    const line = text.slice(0, LONGEST_LINE)
    logger[level](line)
    echo?.(line)
  }
  return {
    path,
    setDetailed: (wanted) => (isDetailed = wanted),
    note: (happened) => write('info', happened),
    detail: (happened) => isDetailed && write('debug', happened),
    fault: (during, fault) => write('warn', `While ${during}: ${isDetailed ? wholeFault(fault) : plainFault(fault)}`),
  }
}

/** Each file takes the name of the one before it; the oldest goes. */
function rotate(path: string): void {
  for (let age = OLDER; age > 0; age -= 1) {
    const younger = age === 1 ? path : `${path}.${age - 1}`
    if (existsSync(younger)) renameSync(younger, `${path}.${age}`)
  }
}
