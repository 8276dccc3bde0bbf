import type { Article } from '../../shared/contract/article.ts'
import { fakeArticles } from './fakeArticles.ts'
import { fakeBackups } from './fakeBackups.ts'
import { fakeCompanyAnswers } from './fakeCompanyAnswers.ts'
import { fakeKeptSearches } from './fakeKeptSearches.ts'
import type { FakeNews } from './fakeNews.ts'
import type { FakeOptions } from './fakeOptions.ts'
import { fakeRules } from './fakeRules.ts'
import { fakeSaved } from './fakeSaved.ts'
import { fakeShelf, type FakeAnswers, type FakeShelf } from './fakeShelf.ts'
import { fakeSources } from './fakeSources.ts'
import { fakeStatus } from './fakeStatus.ts'

/** An engine in memory, with an answer for what screens ask most. */
export function fakeEngine(news: FakeNews & { readonly articles: Article[] }, options: FakeOptions, send: FakeShelf['send']): FakeAnswers {
  const { now } = options
  const shelf = fakeShelf(news, now, send)
  const { articles, change, undoable } = shelf
  return {
    ...fakeSources(shelf),
    ...fakeArticles(shelf),
    ...fakeSaved({ articles, now, change, changed: () => send({ name: 'savedChanged', body: {} }), undoable }),
    ...fakeKeptSearches(undoable, send),
    ...fakeCompanyAnswers(shelf),
    ...fakeRules(articles, now, { isEmpty: articles.length === 0, changed: () => send({ name: 'rulesChanged', body: {} }), undoable }),
    ...fakeBackups(now, news.sources),
    ...fakeStatus(options, shelf),
    ...options.answers,
  }
}
