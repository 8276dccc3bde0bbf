import { create } from 'zustand'
import { useRequest } from './asking.ts'
import { tell } from './notices.ts'

const useEngineState = create<{ readonly isStopped: boolean }>()(() => ({ isStopped: false }))

/** Hears what became of the engine: started again by itself, which is said once, or left stopped, which stays on screen. */
export function engineIs(state: 'restarted' | 'stopped'): void {
  const { isStopped } = useEngineState.getState()
  useEngineState.setState({ isStopped: state === 'stopped' })
  if (state === 'restarted' && !isStopped) tell('engine.restarted')
}

/** Whether the engine was left stopped, and how to have it started. */
export function useStoppedEngine() {
  const isStopped = useEngineState((engine) => engine.isStopped)
  const { mutate, isPending } = useRequest('startEngine')
  return { isStopped, isStarting: isPending, start: (onStarted?: () => void) => mutate({}, { onSuccess: () => onStarted?.() }) }
}
