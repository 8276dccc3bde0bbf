import type { LogFault } from './gate.ts'

/** Writes our own faults to the error stream. */
export const logToStderr: LogFault = (during, fault) => {
  process.stderr.write(`Newsdesk, while ${during}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
}
