import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { Clock, EpochMs } from '../../../shared/time.ts'
import { askedToWait, retryAtOf, saidTime, validatorsOf } from './cacheHeaders.ts'
import type { Fetched, FetchedAbout, FetchRequest, Validators } from './fetched.ts'
import type { Line, Trip } from './line.ts'
import type { FetchLimits } from './limits.ts'
import { refusalOf } from './openable.ts'
import { hopOf } from './redirect.ts'
import { requestHeaders, type HeaderNeeds } from './requestHeaders.ts'
import type { Answer } from './transfer.ts'
import { unpack } from './unpack.ts'

/** Hears the moment at which a server says that it answered. */
export type HeardTime = (saidAt: EpochMs) => void

/** What visits are made with. */
export interface VisitNeeds {
  readonly userAgent: string
  readonly mayUsePrivate: boolean
  readonly now: Clock
  readonly line: Line
  readonly limits: FetchLimits
  readonly heardTime?: HeardTime
}

/** Asks an address and whatever it sends on to, until there is an answer. `start` has no credentials and no fragment. */
export type Visit = (request: FetchRequest, start: URL, stop: AbortSignal) => Promise<Result<Fetched, SourceFailure>>

/** The last answer of a chain, and how it was come by. */
interface Arrival {
  readonly answer: Answer
  readonly url: URL
  /** What was sent along with the question that the answer is to. */
  readonly validators: Validators | null
  readonly movedTo: string | null
}

/** One visit under way. */
interface Visiting {
  readonly needs: VisitNeeds
  readonly request: FetchRequest
  readonly start: URL
  readonly trip: Trip
}

/** Makes visits over a line. */
export function createVisit(needs: VisitNeeds): Visit {
  return async (request, start, stop) => {
    const visiting = { needs, request, start, trip: tripFor(request, stop, needs.limits) }
    const arrived = await arrive(visiting)
    return arrived.ok ? read(visiting, arrived.value) : arrived
  }
}

/** Follows the chain to its end, looking at every hop before it is asked. */
async function arrive(visiting: Visiting): Promise<Result<Arrival, SourceFailure>> {
  const { needs, request, start } = visiting
  const rules = { mayUsePrivate: needs.mayUsePrivate, typed: request.isTypedAddress === true ? start : null }
  let url = start
  let isForGood = true
  for (let hops = 0; hops <= needs.limits.redirects; hops += 1) {
    const refusal = refusalOf(url, rules)
    if (refusal !== null) return failed(refusal)
    // What one host gave as a validator is no other host's business.
    const validators = url.hostname === start.hostname ? (request.validators ?? null) : null
    const answered = await ask(visiting, url, { validators, asIdentity: false })
    if (!answered.ok) return answered
    const hop = hopOf(answered.value, url)
    if (!hop.ok) return hop
    if (hop.value === null) return ok({ answer: answered.value, url, validators, movedTo: hops > 0 && isForGood ? url.href : null })
    isForGood &&= hop.value.isForGood
    url = hop.value.to
  }
  return failed({ kind: 'too-many-redirects' })
}

async function read(visiting: Visiting, arrival: Arrival): Promise<Result<Fetched, SourceFailure>> {
  const { now } = visiting.needs
  const { status, headers } = arrival.answer
  const about = aboutOf(arrival, now)
  const saidAt = saidTime(headers)
  if (saidAt !== null) visiting.needs.heardTime?.(saidAt)
  if (status === 304 && arrival.validators !== null) return ok({ kind: 'unchanged', ...about })
  if (status === 410) return failed({ kind: 'gone' })
  if (status >= 300 || status === 206) return failed({ kind: 'refused', status, retryAt: retryAtOf(headers, now()) })
  const bytes = await unpackedBytes(visiting, arrival)
  return bytes.ok ? ok({ kind: 'body', bytes: bytes.value, contentType: headers['content-type'] ?? null, ...about }) : bytes
}

/** Servers and the boxes before them name encodings that they did not apply: asked for plain bytes, most get it right. */
async function unpackedBytes(visiting: Visiting, { answer, url }: Arrival): Promise<Result<Uint8Array, SourceFailure>> {
  const { mostBytes } = visiting.trip
  const first = await unpack(answer.packed, answer.headers['content-encoding'], mostBytes)
  if (first.kind === 'unpacked') return ok(first.bytes)
  if (first.kind === 'too-large') return failed({ kind: 'too-large', limit: mostBytes })
  const plain = await ask(visiting, url, { validators: null, asIdentity: true })
  if (!plain.ok) return plain
  if (plain.value.status !== 200) return failed({ kind: 'damaged' })
  const second = await unpack(plain.value.packed, plain.value.headers['content-encoding'], mostBytes)
  return second.kind === 'unpacked' ? ok(second.bytes) : failed({ kind: 'damaged' })
}

function ask(
  { needs, request, trip }: Visiting,
  url: URL,
  how: Pick<HeaderNeeds, 'validators' | 'asIdentity'>,
): Promise<Result<Answer, SourceFailure>> {
  return needs.line.ask(url, requestHeaders({ userAgent: needs.userAgent, purpose: request.purpose, ...how }), trip)
}

function tripFor({ purpose }: FetchRequest, stop: AbortSignal, limits: FetchLimits): Trip {
  const isPicture = purpose === 'picture'
  return {
    stop,
    total: isPicture ? limits.pictureTotal : limits.total,
    mostBytes: isPicture ? limits.pictureBytes : limits.bodyBytes,
    spent: 0,
  }
}

function aboutOf({ answer: { status, headers }, url, validators, movedTo }: Arrival, now: Clock): FetchedAbout {
  return {
    finalUrl: url.href,
    movedTo,
    validators: validatorsOf(headers, status === 304 ? validators : null),
    askedToWait: askedToWait(headers, now()),
  }
}
