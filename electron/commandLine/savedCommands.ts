import type { SavedItem } from '../../shared/contract/article.ts'
import { isoTime } from '../../shared/time.ts'
import { answered } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** Commands about saved items and the profile that keeps them. */
export const savedCommands: Readonly<Record<string, Command>> = {
  save: { takes: '<id> [--note T] [--tag T]…', does: 'Keep a full copy of an article.', words: [1, 1], run: save },
  unsave: { takes: '<id>', does: 'Give a saved item up.', words: [1, 1], run: unsave },
  saved: { takes: '', does: 'List the saved items.', words: [0, 0], run: listSaved },
  check: { takes: '', does: 'Check that everything kept in the profile is sound.', words: [0, 0], run: check },
}

async function save({ engine, words, options }: CommandContext): Promise<CommandResult> {
  const note = options.note === undefined ? {} : { note: options.note }
  const tags = options.tag === undefined ? {} : { tags: options.tag }
  return answered<'saveArticle'>(await engine.call('saveArticle', { id: words[0] ?? '', ...note, ...tags }), ({ saved }) => ({
    document: { saved },
    lines: [`Saved: ${saved.title}`],
  }))
}

async function unsave({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'unsaveArticle'>(await engine.call('unsaveArticle', { id: words[0] ?? '' }), ({ unsaved }) => ({
    document: { unsaved },
    lines: [unsaved ? 'No longer saved.' : 'It was not saved.'],
  }))
}

async function listSaved({ engine }: CommandContext): Promise<CommandResult> {
  return answered<'listSaved'>(await engine.call('listSaved', {}), ({ saved }) => ({
    document: { saved },
    lines: saved.length === 0 ? ['Nothing is saved yet.'] : saved.map(savedLine),
  }))
}

async function check({ engine }: CommandContext): Promise<CommandResult> {
  return answered<'checkProfile'>(await engine.call('checkProfile', {}), ({ ok, problems }) => ({
    document: { ok, problems },
    lines: ok ? ['Everything is sound.'] : problems,
    exitCode: ok ? 0 : 1,
  }))
}

function savedLine(item: SavedItem): string {
  const tags = item.tags.length === 0 ? '' : `  [${item.tags.join(', ')}]`
  return `${item.id}  ${isoTime(item.savedAt)?.slice(0, 10)}  ${item.sourceTitle}: ${item.title}${tags}`
}
