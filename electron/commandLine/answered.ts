import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import type { RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import type { CommandOutput, CommandResult } from './command.ts'

/** Turns an engine's answer into a command's: its output by `tell`, its failure as it is. */
export function answered<Name extends RequestName>(
  answer: Answer<Name>,
  tell: (output: RequestOutput<Name>) => CommandOutput,
): CommandResult {
  return answer.ok ? ok(tell(answer.value)) : answer
}

/** A command that was typed wrongly. `detail` completes the sentence “That cannot be done: …”. */
export function mistyped(detail: string): { readonly ok: false; readonly failure: SpokenFailure } {
  return failed(spoken({ kind: 'bad-request', reason: 'mistyped', detail }))
}
