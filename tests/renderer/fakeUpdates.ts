import type { UpdateBridge } from '../../renderer/bridge/bridge.ts'
import type { Updates } from '../../shared/updates.ts'

/** Updates behind a fake bridge, as they stand first. */
export function fakeUpdates(first: Updates): UpdateBridge {
  let updates = first
  const listeners = new Set<(updates: Updates) => void>()
  return {
    ask: (command) => {
      const { isOn = updates.isOn, channel = updates.channel } = command.do === 'choose' ? command : {}
      updates = { ...updates, isOn, channel, state: command.do === 'check' ? { kind: 'current' } : updates.state }
      listeners.forEach((listener) => listener(updates))
      return Promise.resolve(updates)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
