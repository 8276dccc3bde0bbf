import type { EnginePort } from '../../electron/gate/enginePort.ts'

/** Two ends of one line, that carry JSON as a line between processes does. */
export function line() {
  const heard: ((message: unknown) => void)[][] = [[], []]
  const gone: (() => void)[][] = [[], []]
  const end = (mine: 0 | 1): EnginePort => ({
    post: (message) => {
      const carried = JSON.parse(JSON.stringify(message)) as unknown
      queueMicrotask(() => heard[1 - mine]?.forEach((listener) => listener(carried)))
    },
    onMessage: (listener) => void heard[mine]?.push(listener),
    onClose: (listener) => void gone[mine]?.push(listener),
  })
  return {
    host: end(0),
    engine: end(1),
    die: () => gone[0]?.forEach((listener) => listener()),
    leave: () => gone[1]?.forEach((listener) => listener()),
  }
}
