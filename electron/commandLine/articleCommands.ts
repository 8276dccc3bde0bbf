import type { ArticleRow, ListScope } from '../../shared/contract/article.ts'
import { isoTime } from '../../shared/time.ts'
import { answered, mistyped } from './answered.ts'
import type { Command, CommandContext, CommandOptions, CommandResult } from './command.ts'
import { reasonLine } from './offlineCommands.ts'

/** Commands about articles. */
export const articleCommands: Readonly<Record<string, Command>> = {
  refresh: {
    takes: '[--source ID] [--force]',
    does: 'Ask the sources that are due for news; with --force those that are not due as well.',
    words: [0, 0],
    run: refresh,
  },
  articles: {
    takes: '[--source ID] [--company ID] [--view all|today|unread|company|industry|saved|watching] [--limit N] [--after CURSOR]',
    does: 'List articles, newest first.',
    words: [0, 0],
    run: listArticles,
  },
  article: { takes: '<id>', does: 'Print an article.', words: [1, 1], run: printArticle },
  read: { takes: '<id>…', does: 'Mark articles read.', words: [1, 5000], run: (context) => mark('markRead', context) },
  unread: { takes: '<id>…', does: 'Mark articles unread.', words: [1, 5000], run: (context) => mark('markUnread', context) },
  search: { takes: '<query> [--limit N]', does: 'Find articles and saved items.', words: [1, 100], run: search },
}

const views = ['all', 'today', 'unread', 'company', 'industry', 'saved', 'watching'] as const

async function refresh({ engine, options, progress }: CommandContext): Promise<CommandResult> {
  const stop = engine.subscribe((event) => {
    if (event.name === 'refreshProgress') progress(event.body.done, event.body.total)
  })
  const sourceIds = options.source === undefined ? {} : { sourceIds: [options.source] }
  const answer = await engine.call('refresh', { ...sourceIds, force: options.force ?? false })
  stop()
  return answered<'refresh'>(answer, (report) => ({
    document: report,
    lines: [
      `${report.sources} sources asked: ${report.added} articles added, ${report.updated} updated, ${report.unchanged} sources unchanged.`,
      ...report.failed.map((one) => `  ${one.sourceId}: ${one.sentence}`),
    ],
  }))
}

async function listArticles({ engine, options }: CommandContext): Promise<CommandResult> {
  const scope = scopeOf(options)
  const limit = limitOf(options.limit)
  if (scope === null) return mistyped(`a view is one of ${views.join(', ')}`)
  if (limit === null) return mistyped('a limit is a whole number from 1 to 200')
  // A list that is printed once is as true as one that is kept up to date.
  await engine.call('checkPictures', {})
  const answer = await engine.call('listArticles', { scope, limit, ...(options.after ? { after: options.after } : {}) })
  return answered<'listArticles'>(answer, (page) => ({
    document: page,
    lines: [
      ...page.articles.map(articleLine),
      `${page.articles.length} of ${page.total}${page.next ? `, go on with --after ${page.next}` : ''}`,
    ],
  }))
}

async function printArticle({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'getArticle'>(await engine.call('getArticle', { id: words[0] ?? '' }), ({ article }) => ({
    document: { article },
    lines: [
      article.title,
      [article.sourceTitle, article.author, isoTime(article.publishedAt), article.url].filter(Boolean).join('  ·  '),
      '',
      article.text,
      ...(article.lacks.length === 0 ? [] : ['', ...article.lacks.map(reasonLine)]),
    ],
  }))
}

async function mark(request: 'markRead' | 'markUnread', { engine, words }: CommandContext): Promise<CommandResult> {
  return answered<typeof request>(await engine.call(request, { ids: [...words] }), ({ changed }) => ({
    document: { changed },
    lines: [`${changed} changed.`],
  }))
}

async function search({ engine, words, options }: CommandContext): Promise<CommandResult> {
  const limit = limitOf(options.limit)
  if (limit === null) return mistyped('a limit is a whole number from 1 to 200')
  return answered<'search'>(await engine.call('search', { query: words.join(' '), limit }), (found) => ({
    document: { ...found, articles: found.articles.map((hit) => ({ ...hit, snippet: hit.snippet.text, snippetMarks: hit.snippet.marks })) },
    lines: [...found.articles.flatMap((hit) => [articleLine(hit), `    ${hit.snippet.text}`]), `${found.total} found.`],
  }))
}

function scopeOf({ view, source, company }: CommandOptions): ListScope | null {
  const named = views.find((one) => one === (view ?? 'all'))
  const ofSource = source === undefined ? {} : { sourceId: source }
  const ofCompany = company === undefined ? {} : { companyId: company }
  return named === undefined ? null : { view: named, ...ofSource, ...ofCompany }
}

function limitOf(typed: string | undefined): number | null {
  if (typed === undefined) return 50
  const limit = Number(typed)
  return Number.isInteger(limit) && limit >= 1 && limit <= 200 ? limit : null
}

/** An article in one line: unread, saved, id, when, who, what. */
export function articleLine(row: ArticleRow): string {
  const day = isoTime(row.publishedAt ?? row.firstSeenAt)
    ?.slice(0, 16)
    .replace('T', ' ')
  return `${row.isRead ? ' ' : '•'}${row.isSaved ? '★' : ' '} ${row.id}  ${day}  ${row.sourceTitle}: ${row.title}`
}
