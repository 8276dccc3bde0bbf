import type { Failure, FailureKind } from '../../../shared/failures.ts'
import type { SourceOutcome } from './outcome.ts'

const SILENCE: ReadonlySet<FailureKind> = new Set<FailureKind>(['offline', 'no-such-host', 'unreachable', 'timed-out'])

/**
 * Whether a round in which nothing answered says more about this computer's network than about the sources:
 * every outcome is a silence, of two hosts at least, or one says so itself.
 */
export function isProbablyOffline(outcomes: readonly SourceOutcome[]): boolean {
  const failures = outcomes.map((outcome) => outcome.failure)
  if (failures.length === 0 || !failures.every((failure) => failure !== null && SILENCE.has(failure.kind))) return false
  if (failures.some((failure) => failure?.kind === 'offline')) return true
  return new Set(failures.map(hostOf).filter((host) => host !== null && !isLoopback(host))).size >= 2
}

function hostOf(failure: Failure | null): string | null {
  return failure !== null && 'host' in failure ? failure.host : null
}

function isLoopback(host: string): boolean {
  return host.startsWith('127.') || host === 'localhost' || host.startsWith('[')
}
