import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Source } from '../../shared/contract/source.ts'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { answered, mistyped } from './answered.ts'
import type { Command, CommandContext, CommandOutput, CommandResult } from './command.ts'
import { decodeFile } from './decodeFile.ts'

/** Commands about what is followed. */
export const sourceCommands: Readonly<Record<string, Command>> = {
  add: {
    takes: '<address> [--category company|industry]',
    does: 'Follow the feed at an address, or the one that its page names; `add sample:` follows the sample edition.',
    words: [1, 1],
    run: add,
  },
  preview: { takes: '<address>', does: 'Show what `add` would follow.', words: [1, 1], run: preview },
  sources: { takes: '', does: 'List what is followed, and how it fares.', words: [0, 0], run: listSources },
  remove: { takes: '<sourceId>', does: 'Unfollow a source; its saved items stay.', words: [1, 1], run: remove },
  import: {
    takes: '<file>',
    does: 'Take in OPML, a Fluent Reader backup or a starred.json: sources and starred articles.',
    words: [1, 1],
    run: importOpml,
  },
  'export-opml': { takes: '[file]', does: 'Write what is followed as OPML.', words: [0, 1], run: exportOpml },
}

async function add({ engine, words, options }: CommandContext): Promise<CommandResult> {
  const address = words[0] ?? ''
  const category = options.category
  if (category !== undefined && category !== 'company' && category !== 'industry') return mistyped('a category is company or industry')
  if (address === 'sample:') {
    return answered<'addSample'>(await engine.call('addSample', {}), ({ sources }) => ({
      document: { sources },
      lines: sources.map(sourceLine),
    }))
  }
  const answer = await engine.call('addSource', { address, ...(category ? { category } : {}) })
  return answered<'addSource'>(answer, ({ source, found, already }) => ({
    document: { source, found, already },
    lines: [sourceLine(source), already ? 'Followed already.' : `${found} articles found.`],
  }))
}

async function preview({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'previewAddress'>(await engine.call('previewAddress', { address: words[0] ?? '' }), (found) => ({
    document: found,
    lines: found.candidates.flatMap((one) => [
      `${one.title} (${one.kind})  ${one.url}`,
      ...one.articles.map((article) => `  · ${article.title}`),
    ]),
  }))
}

async function listSources({ engine }: CommandContext): Promise<CommandResult> {
  return answered<'listSources'>(await engine.call('listSources', {}), ({ sources }) => ({
    document: { sources },
    lines: sources.length === 0 ? ['Nothing is followed yet.'] : sources.map(sourceLine),
  }))
}

async function remove({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'removeSource'>(await engine.call('removeSource', { id: words[0] ?? '' }), ({ removed }) => ({
    document: { removed },
    lines: ['Removed. Its saved items are kept.'],
  }))
}

async function importOpml({ engine, words }: CommandContext): Promise<CommandResult> {
  const file = words[0] ?? ''
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return failed(spoken({ kind: 'file-unreadable', name: basename(file) }))
  return answered<'importOpml'>(await engine.call('importOpml', { opml: decodeFile(bytes) }), (report) => ({
    document: report,
    lines: [
      `${report.added} added, ${report.already} followed already, ${report.skipped.length} skipped.`,
      ...(report.saved + report.alreadySaved > 0 ? [`${report.saved} starred articles saved, ${report.alreadySaved} saved already.`] : []),
      ...report.skipped.map((one) => `  ${one.url}: ${one.sentence}`),
    ],
  }))
}

async function exportOpml({ engine, words }: CommandContext): Promise<CommandResult> {
  const answer = await engine.call('exportOpml', {})
  if (!answer.ok) return answer
  const file = words[0]
  if (file === undefined) return ok({ document: { opml: answer.value.opml }, lines: [answer.value.opml.trimEnd()] })
  return writeFile(file, answer.value.opml).then(
    () => ok<CommandOutput>({ document: { file }, lines: [`Written to ${file}.`] }),
    () => failed(spoken({ kind: 'file-unreadable', name: basename(file) })),
  )
}

function sourceLine(source: Source): string {
  const trouble = source.health.state === 'ok' || source.health.state === 'never' ? '' : `  ${source.health.sentence}`
  return `${source.id}  ${source.title}  ${source.unread}/${source.total} unread  ${source.url}${trouble}`
}
