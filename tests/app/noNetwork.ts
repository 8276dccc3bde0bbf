import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { env } from 'node:process'

/**
 * Loaded into a process before all else (`--import`): every connection that it or its children try fails, and is written down in the file
 * that `NEWSDESK_ATTEMPTS` names. Listening, and answering those who connect, goes on.
 */
const attempts = env['NEWSDESK_ATTEMPTS']

Socket.prototype.connect = function connect(this: Socket, ...tried: unknown[]): Socket {
  if (attempts !== undefined) appendFileSync(attempts, `${JSON.stringify(tried.flat().filter((each) => typeof each !== 'function'))}\n`)
  const fault = Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH', syscall: 'connect' })
  process.nextTick(() => this.destroy(fault))
  return this
}
