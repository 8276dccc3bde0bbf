import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import type { Result } from '../../shared/result.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { articleCommands } from './articleCommands.ts'
import { mistyped } from './answered.ts'
import type { Command, CommandResult } from './command.ts'
import { backupCommands } from './backupCommands.ts'
import { companyCommands } from './companyCommands.ts'
import { exportCommand } from './exportCommand.ts'
import { withIsoTimes } from './isoTimes.ts'
import { offlineCommands } from './offlineCommands.ts'
import { profileFolder } from './profileFolder.ts'
import { progressBar } from './progressBar.ts'
import type { CommandLine } from './readArguments.ts'
import { retentionCommand } from './retentionCommand.ts'
import { ruleCommands } from './ruleCommands.ts'
import { savedCommands } from './savedCommands.ts'
import { sourceCommands } from './sourceCommands.ts'

/** Every command but `serve`, which is a host. */
export const commands: Readonly<Record<string, Command>> = {
  ...sourceCommands,
  ...articleCommands,
  ...savedCommands,
  ...backupCommands,
  ...companyCommands,
  export: exportCommand,
  ...ruleCommands,
  ...offlineCommands,
  retention: retentionCommand,
}

/** Where a command writes. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: NodeJS.WriteStream
}

/** Runs one command against an engine that `openEngine` gives, prints its answer, and returns the exit code. */
export async function runCommand(
  line: CommandLine,
  openEngine: () => Promise<Result<Engine, SpokenFailure>>,
  streams: Streams,
): Promise<0 | 1> {
  const mistake = mistakeIn(line)
  if (mistake !== null) return print(mistake, line, streams)
  const engine = await openEngine()
  if (!engine.ok) return print(engine, line, streams)
  const bar = progressBar(streams.err)
  try {
    const command = commands[line.command ?? '']
    const context = {
      engine: engine.value,
      words: line.words,
      options: line.options,
      progress: line.isJson ? () => undefined : bar.show,
      transfers: transferFolder(line.profile ?? profileFolder()),
    }
    const result = command === undefined ? mistyped('there is no such command') : await command.run(context)
    bar.clear()
    return print(result, line, streams)
  } finally {
    await engine.value.close()
  }
}

function mistakeIn(line: CommandLine): CommandResult | null {
  const command = Object.hasOwn(commands, line.command ?? '') ? commands[line.command ?? ''] : undefined
  if (command === undefined) return mistyped(`there is no command “${line.command}”; see --help`)
  const [least, most] = command.words
  const isRight = line.words.length >= least && line.words.length <= most
  return isRight ? null : mistyped(`it is written: newsdesk ${line.command} ${command.takes}`)
}

/** Prints what a command came to, as `--json` or readable text, and returns the exit code. */
export function print(result: CommandResult, line: Pick<CommandLine, 'isJson'>, streams: Streams): 0 | 1 {
  if (result.ok) {
    streams.out(line.isJson ? JSON.stringify(withIsoTimes(result.value.document)) : result.value.lines.join('\n'))
    return result.value.exitCode ?? 0
  }
  const { kind, sentence } = result.failure
  if (line.isJson) streams.out(JSON.stringify({ failure: { kind, sentence } }))
  else streams.err.write(`${sentence}\n`)
  return 1
}
