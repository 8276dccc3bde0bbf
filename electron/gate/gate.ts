import { z } from 'zod'
import type { BadRequestReason } from '../../shared/badRequest.ts'
import { events } from '../../shared/contract/events.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { requests } from '../../shared/contract/requests.ts'
import type { RequestName } from '../../shared/contract/requests.ts'
import { failureWords } from '../../shared/contract/schemas.ts'
import type { Answer, Engine } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { gateLimits, largestInputOf } from './limits.ts'
import type { GateLimits } from './limits.ts'
import { createPace } from './pace.ts'
import { isPlainJson } from './plainJson.ts'

/** Where our own faults are written down; `during` names what was being done. Never holds what a person reads. */
export type LogFault = (during: string, fault: unknown) => void

/** What a gate answers: never a rejection. */
export type GateAnswer = Answer<RequestName>

/** The one door for requests and events between the engine and whoever is outside. */
export interface Gate {
  /** Checks a request that came from outside, has it answered, and checks the answer. */
  answer(name: unknown, rawInput: unknown): Promise<GateAnswer>
  /** Hands on the engine's events that are what the contract says. */
  subscribe(listener: (event: EngineEvent) => void): () => void
}

/** What a gate stands before, and what it lets through. */
export interface GateOptions {
  readonly engine: Engine
  readonly limits?: GateLimits
  readonly log: LogFault
}

/** Puts a {@link Gate} before an engine. */
export function createGate({ engine, limits = gateLimits, log }: GateOptions): Gate {
  const pace = createPace(limits)
  return {
    async answer(name, rawInput) {
      if (!(await pace.enter())) return refused('too-many-requests')
      try {
        return await checkAndCall(engine, name, rawInput, limits)
      } catch (fault) {
        log(isRequestName(name) ? `answering ${name}` : 'answering', fault)
        return failed(spoken({ kind: 'broken' }))
      }
    },
    subscribe: (listener) => engine.subscribe((event) => passEvent(event, listener, log)),
  }
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}

async function checkAndCall(engine: Engine, name: unknown, rawInput: unknown, limits: GateLimits): Promise<GateAnswer> {
  if (!isRequestName(name)) return refused('no-such-request')
  if (!isPlainJson(rawInput, largestInputOf(name, limits))) return refused('too-large')
  const input = requests[name].input.safeParse(rawInput)
  if (!input.success) return refused('wrong-form', describe(input.error))
  return checked(name, await engine.call(name, input.data))
}

function checked(name: RequestName, answer: GateAnswer): GateAnswer {
  if (!answer.ok) {
    failureWords.parse(answer.failure)
    return failed(answer.failure)
  }
  const output = requests[name].output.safeParse(answer.value)
  if (!output.success) throw new Error(`The answer is not what the contract says: ${describe(output.error)}`)
  return ok(output.data)
}

function passEvent(event: EngineEvent, listener: (event: EngineEvent) => void, log: LogFault): void {
  const schema = Object.hasOwn(events, event.name) ? events[event.name] : null
  const body = schema?.safeParse(event.body)
  if (body?.success === true) listener({ name: event.name, body: body.data } as EngineEvent)
  else log('passing on an event', new Error(`${event.name} is not what the contract says`))
}

// Names places and rules, never values: a value may be what a person reads or writes.
function describe(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'it is not what was agreed'
  const place = z.core.toDotPath(issue.path) || 'the whole'
  return `${place}: ${issue.code.replaceAll('_', ' ')}`
}

function refused(reason: BadRequestReason, detail?: string): GateAnswer {
  return failed(spoken({ kind: 'bad-request', reason, ...(detail !== undefined && { detail }) }))
}
