import { loggedFault } from '../gate/loggedFault.ts'

const MOST_PLACES = 8

/**
 * What of a fault may stand in a log by default: its kind, and where in the code it happened. Never its words: they may hold an address or a
 * title, and a log is what people send to strangers.
 */
export function plainFault(fault: unknown): string {
  const { name, code, stack } = loggedFault(fault)
  const kind = [name, code].filter((each) => each !== null && /^\w+$/.test(each)).join(' ')
  const places = stack.split('\n').flatMap((line) => placeIn(line) ?? [])
  return places.length === 0 ? kind : `${kind} at ${places.slice(0, MOST_PLACES).join(', ')}`
}

/** The whole fault, words and all. */
export function wholeFault(fault: unknown): string {
  const { name, message, stack } = loggedFault(fault)
  return stack === '' ? `${name}: ${message}` : stack
}

// `    at name (file:///somewhere/engine.js:12:34)`: the file's own name and the line, not where it stands.
function placeIn(line: string): string | null {
  const found = /^\s+at (?:.*[\s/\\(])?([\w.-]+\.[cm]?[jt]s:\d+)(?::\d+)?\)?$/.exec(line)
  return found?.[1] ?? null
}
