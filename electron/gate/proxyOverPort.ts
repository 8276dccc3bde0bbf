import { setTimeout } from 'node:timers/promises'
import type { ProxyFor } from '../../shared/proxyFor.ts'
import type { EnginePort, FromEngine, ToEngine } from './enginePort.ts'

/** A host that does not say is taken to know of none. */
const PATIENCE = 5_000

/** The engine's side: has its host say which proxy the system has for an address. Never rejects. */
export function proxyFromHost(port: EnginePort): ProxyFor {
  const waiting = new Map<number, (proxy: string | null) => void>()
  let lastNumber = 0
  port.onMessage((raw) => {
    const message = raw as ToEngine
    if (message.kind !== 'proxy') return
    waiting.get(message.number)?.(message.proxy)
    waiting.delete(message.number)
  })
  return (url) => {
    const number = (lastNumber += 1)
    const said = new Promise<string | null>((resolve) => waiting.set(number, resolve))
    port.post({ kind: 'which-proxy', number, url } satisfies FromEngine)
    const late = setTimeout(PATIENCE, null, { ref: false }).then(() => {
      waiting.delete(number)
      return null
    })
    return Promise.race([said, late])
  }
}

/** The host's side: answers what the engine's process asks. */
export function answerProxies(port: EnginePort, proxyFor: ProxyFor): void {
  port.onMessage((raw) => {
    const message = raw as FromEngine
    if (message.kind !== 'which-proxy') return
    const say = (proxy: string | null): void => port.post({ kind: 'proxy', number: message.number, proxy } satisfies ToEngine)
    proxyFor(message.url).then(say, () => say(null))
  })
}
