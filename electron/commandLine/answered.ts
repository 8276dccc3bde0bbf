import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import type { RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import { failureSentence } from '../../shared/failureSentence.ts'
import type { Failure } from '../../shared/failures.ts'
import { failed, ok } from '../../shared/result.ts'
import type { CommandOutput, CommandResult } from './command.ts'

/** Turns an engine's answer into a command's: its output by `tell`, its failure as it is. */
export function answered<Name extends RequestName>(
  answer: Answer<Name>,
  tell: (output: RequestOutput<Name>) => CommandOutput,
): CommandResult {
  return answer.ok ? ok(tell(answer.value)) : answer
}

/** A failure with its sentence. */
export function spoken(failure: Failure): SpokenFailure {
  return { ...failure, sentence: failureSentence(failure) }
}

/** A command that was typed wrongly. `detail` completes the sentence “That cannot be done: …”. */
export function mistyped(detail: string): { readonly ok: false; readonly failure: SpokenFailure } {
  return failed(spoken({ kind: 'bad-request', detail }))
}
