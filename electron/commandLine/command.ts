import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import type { Result } from '../../shared/result.ts'
import type { TransferFolder } from '../transfer/transferFolder.ts'

/** What a command is given: the engine, its arguments, and what it may tell while it works. */
export interface CommandContext {
  readonly engine: Engine
  readonly words: readonly string[]
  readonly options: CommandOptions
  /** Shows how far long work has come; silent where nobody looks. */
  readonly progress: (done: number, total: number) => void
  /** Where the engine leaves the files that it made, and finds those that it should read. */
  readonly transfers: TransferFolder
}

/** The options of all commands, as they were typed. */
export interface CommandOptions {
  readonly category?: string | undefined
  readonly source?: string | undefined
  readonly company?: string | undefined
  readonly view?: string | undefined
  readonly limit?: string | undefined
  readonly after?: string | undefined
  readonly note?: string | undefined
  readonly tag?: string[] | undefined
  readonly collection?: string | undefined
  readonly query?: string | undefined
  readonly order?: string | undefined
  readonly force?: boolean | undefined
  readonly name?: string | undefined
  readonly word?: string[] | undefined
  readonly phrase?: string[] | undefined
  readonly field?: string | undefined
  readonly folder?: string | undefined
  readonly any?: boolean | undefined
  readonly action?: string[] | undefined
  readonly 'not-word'?: string[] | undefined
  readonly 'not-phrase'?: string[] | undefined
  readonly 'not-company'?: string[] | undefined
  readonly 'not-source'?: string[] | undefined
  readonly 'get-ready'?: boolean | undefined
  readonly apply?: boolean | undefined
  readonly all?: boolean | undefined
  readonly format?: string | undefined
  readonly out?: string | undefined
  readonly undo?: boolean | undefined
}

/** What a command answers: the document that `--json` prints, and the same as readable lines. */
export interface CommandOutput {
  readonly document: Readonly<Record<string, unknown>>
  readonly lines: readonly string[]
  /** 1 where the answer itself is bad news, as of a failed check. */
  readonly exitCode?: 0 | 1
}

/** What a command comes to. */
export type CommandResult = Result<CommandOutput, SpokenFailure>

/** One command of the command line. `takes` is how its arguments are written in the help. */
export interface Command {
  readonly takes: string
  readonly does: string
  /** The fewest and most words after the command's name. */
  readonly words: readonly [least: number, most: number]
  readonly run: (context: CommandContext) => Promise<CommandResult>
}
