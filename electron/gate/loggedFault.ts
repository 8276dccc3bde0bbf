/** As much of a fault as crosses from one process to another. */
export interface LoggedFault {
  readonly name: string
  readonly code: string | null
  readonly message: string
  readonly stack: string
}

const LONGEST = 4000

/** A fault as plain data, within bounds. */
export function loggedFault(fault: unknown): LoggedFault {
  if (!(fault instanceof Error)) return { name: typeof fault, code: null, message: String(fault).slice(0, LONGEST), stack: '' }
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : null
  return { name: fault.name, code, message: fault.message.slice(0, LONGEST), stack: (fault.stack ?? '').slice(0, LONGEST) }
}

/** The same as an error again, in the process that writes it down. */
export function faultAgain({ name, code, message, stack }: LoggedFault): Error {
  return Object.assign(new Error(message), { name, stack, ...(code === null ? {} : { code }) })
}
