import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ExportReport } from '../../shared/contract/export.ts'
import type { LeavingFile } from '../../shared/contract/transfer.ts'
import { ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { copyWhole } from '../transfer/copyWhole.ts'
import { writingFailure } from '../transfer/writingFailure.ts'
import { mistyped } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** The command that writes articles and saved items into a file. */
export const exportCommand: Command = {
  takes: '<id>…|--all --format markdown|html [--out FILE]',
  does: 'Write articles, or with --all everything saved, into a file: Markdown (a zip where there are several, or pictures) or one HTML document.',
  words: [0, 5000],
  run,
}

async function run({ engine, words, options, progress, transfers }: CommandContext): Promise<CommandResult> {
  const format = formatOf(options.format)
  if (format === null) return mistyped('a format is markdown or html')
  if (words.length > 0 === (options.all === true)) return mistyped('it takes ids of articles, or --all')
  const unsubscribe = engine.subscribe((event) => {
    if (event.name === 'exportProgress') progress(event.body.done, event.body.total)
  })
  const answer = await engine.call('exportArticles', { ids: options.all === true ? null : [...words], format })
  unsubscribe()
  if (!answer.ok) return answer
  const { file } = answer.value
  return file === null ? mistyped('the export was stopped') : await keep(file, answer.value, options.out, transfers)
}

function formatOf(typed: string | undefined): 'markdown' | 'html' | null {
  return typed === 'markdown' || typed === 'html' ? typed : null
}

async function keep(
  file: LeavingFile,
  report: ExportReport,
  out: string | undefined,
  transfers: CommandContext['transfers'],
): Promise<CommandResult> {
  const place = resolve(out ?? file.name)
  const taken = await transfers.take('out', file.token)
  if (taken === null) return { ok: false, failure: spoken({ kind: 'file-gone' }) }
  try {
    if (out === undefined && existsSync(place)) return mistyped(`there is a file called ${file.name} already; --out gives another name`)
    await copyWhole(taken.path, place)
    return ok({ document: documentOf(place, file, report), lines: linesOf(place, report) })
  } catch (fault) {
    return { ok: false, failure: spoken(writingFailure(fault, basename(place))) }
  } finally {
    await taken.drop()
  }
}

function documentOf(place: string, { bytes }: LeavingFile, { exported, missing, missingCount }: ExportReport) {
  return { file: place, bytes, exported, missing, missingCount }
}

function linesOf(place: string, { exported, missing, missingCount }: ExportReport): string[] {
  return [
    `${exported} ${exported === 1 ? 'article' : 'articles'} written to ${place}.`,
    ...(missingCount === 0 ? [] : [`${missingCount} ${missingCount === 1 ? 'picture is' : 'pictures are'} not stored, and named there:`]),
    ...missing.map(({ title, url }) => `  ${title}: ${url}`),
  ]
}
