import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { systemClock } from '../../shared/time.ts'
import { answerCalls } from './answerCalls.ts'
import { beginWork } from './beginWork.ts'
import { endWork } from './endWork.ts'
import type { EngineOptions, OpeningOptions } from './engineOptions.ts'
import { layGround } from './ground.ts'
import { openRooms } from './openRooms.ts'
import { openReopening } from './reopeningEngine.ts'
import { openStore, type Store } from './store/store.ts'

/** Opens a profile and puts the engine to work on it. Fails where the profile cannot be used; nothing in it is changed then. */
export function createEngine(options: EngineOptions): Promise<Result<Engine, SpokenFailure>> {
  const fault = (fault: unknown): void => options.log?.('opening the profile again', fault)
  // The sample edition is followed once: a library that was restored need not have it.
  return openReopening((reopen, isAgain) => openEngine({ ...options, isSample: options.isSample === true && !isAgain }, reopen), fault)
}

async function openEngine(options: EngineOptions, reopen: () => void): Promise<Result<Engine, SpokenFailure>> {
  const now = options.now ?? systemClock
  const store = openStore({ profile: options.profile, now })
  if (!store.ok) return failed(spoken(store.failure))
  try {
    return ok(await startEngine(store.value, { ...options, now, reopen }))
  } catch (fault) {
    store.value.close()
    throw fault
  }
}

async function startEngine(store: Store, options: OpeningOptions): Promise<Engine> {
  const ground = layGround(store, options)
  const { events, underWay, stopper } = ground
  const rooms = openRooms(ground)
  const answer = answerCalls(rooms.answers, store.refusal, stopper.signal)
  await beginWork(rooms, ground)

  let closing: Promise<void> | null = null
  return {
    call: (request, input) => {
      if (closing !== null) return Promise.resolve(failed(spoken({ kind: 'engine-stopped' })))
      return underWay.add(answer(request, input))
    },
    subscribe: events.subscribe,
    close: () => (closing ??= endWork(rooms, ground)),
  }
}
