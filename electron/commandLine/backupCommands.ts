import { constants } from 'node:fs'
import { access, copyFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Engine } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { copyWhole } from '../transfer/copyWhole.ts'
import { writingFailure } from '../transfer/writingFailure.ts'
import { answered, mistyped } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** Commands about backups. */
export const backupCommands: Readonly<Record<string, Command>> = {
  backup: {
    takes: '<file>',
    does: 'Write everything that you made into one file: what you follow, saved items with their pictures, settings.',
    words: [1, 1],
    run: (context) => withProgress(context, backup),
  },
  restore: {
    takes: '<file> | --undo',
    does: 'Check a backup and put it in the place of what is there; `--undo` puts that back.',
    words: [0, 1],
    run: (context) => withProgress(context, restore),
  },
}

async function backup({ engine, words, transfers }: CommandContext): Promise<CommandResult> {
  const file = words[0] ?? ''
  const made = await engine.call('makeBackup', { name: basename(file, extname(file)) || 'backup' })
  if (!made.ok) return made
  const ready = await transfers.take('out', made.value.file.token)
  if (ready === null) return failed(spoken({ kind: 'file-gone' }))
  try {
    await copyWhole(ready.path, file)
  } catch (fault) {
    return failed(spoken(writingFailure(fault, basename(file))))
  } finally {
    await ready.drop()
  }
  const { saved, sources, bytes } = made.value
  return ok({ document: { saved, sources, bytes }, lines: [`Written to ${file}: ${amount(saved, sources)}.`] })
}

async function restore({ engine, words, options, transfers }: CommandContext): Promise<CommandResult> {
  const file = words[0]
  if (options.undo) return file === undefined ? undo(engine) : mistyped('--undo takes no file')
  if (file === undefined) return mistyped('it is written: newsdesk restore <file> | --undo')
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!isReadable) return failed(spoken({ kind: 'file-unreadable', name: basename(file) }))
  const entering = await transfers.make('in', basename(file), (path) => copyFile(file, path))
  return answered<'restoreBackup'>(await engine.call('restoreBackup', { token: entering.token }), ({ saved, sources, bytes }) => ({
    document: { saved, sources, bytes },
    lines: [`Restored: ${amount(saved, sources)}.`, '`newsdesk restore --undo` puts back what was there before.'],
  }))
}

async function undo(engine: Engine): Promise<CommandResult> {
  return answered<'undoRestore'>(await engine.call('undoRestore', {}), ({ saved, sources }) => ({
    document: { saved, sources },
    lines: [`Put back: ${amount(saved, sources)}.`],
  }))
}

async function withProgress(context: CommandContext, run: (context: CommandContext) => Promise<CommandResult>): Promise<CommandResult> {
  const unsubscribe = context.engine.subscribe((event) => {
    if (event.name === 'backupProgress') context.progress(inMebibytes(event.body.done), inMebibytes(event.body.total))
  })
  try {
    return await run(context)
  } finally {
    unsubscribe()
  }
}

function inMebibytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024))
}

function amount(saved: number, sources: number): string {
  return `${saved} saved, ${sources} followed`
}
