import type { Failure } from '../../shared/failures.ts'

/** What to tell a person when a file could not be written to a place of theirs. `name`: of the file, without its path. */
export function writingFailure(fault: unknown, name: string): Failure {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  return code === 'ENOSPC' || code === 'EDQUOT' ? { kind: 'disk-full' } : { kind: 'file-not-written', name }
}
