import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { badRequestReasons, type BadRequestReason } from '../../../shared/badRequest.ts'
import type { Failure, FailureKind } from '../../../shared/failures.ts'
import { spoken } from '../../../shared/spoken.ts'
import type { DurationMs } from '../../../shared/time.ts'
import { sayAdvice, sayFailure } from '../../../renderer/words/failureWords.ts'
import type { Words } from '../../../renderer/words/useWords.ts'
import { zh } from '../../../renderer/words/zh.ts'

const messages = Object.fromEntries(Object.entries(zh).map(([key, message]) => [key, compileMessage(message)]))
const chinese = setupI18n({ locale: 'zh-CN', messages: { 'zh-CN': messages } })
const t: Words = (key, values) => chinese._(key, values)

type With<Kind extends FailureKind> = Omit<Extract<Failure, { kind: Kind }>, 'kind'>

/** What every kind of failure carries. */
const carried: { readonly [Kind in FailureKind]: readonly With<Kind>[] } = {
  'not-an-address': [{ address: 'x' }],
  'private-address': [{ host: 'x' }],
  offline: [{}],
  'no-such-host': [{ host: 'x' }],
  unreachable: [{ host: 'x' }],
  'not-secure': [{ host: 'x' }],
  'timed-out': [{ after: 30_000 as DurationMs }],
  'too-large': [{ limit: 16 * 1024 * 1024 }],
  'too-many-redirects': [{}],
  refused: [401, 404, 418, 429, 503].map((status) => ({ status, retryAt: null })),
  gone: [{}],
  damaged: [{}],
  'not-news': [{ contentType: 'application/zip' }],
  'page-not-feed': [{}],
  'empty-document': [{}],
  'no-list': [{}],
  'needs-login': [{}],
  'needs-scripts': [{}],
  robots: [{}],
  'took-too-long': [{}],
  'profile-in-use': [{}],
  'profile-from-future': [{ file: 'x' }],
  'profile-unreadable': [{ file: 'x' }],
  'profile-forbidden': [{ file: 'x' }],
  'profile-read-only': [{}],
  'disk-full': [{}],
  'bad-request': (Object.keys(badRequestReasons) as BadRequestReason[]).map((reason) => ({ reason, detail: 'limit: too big' })),
  'not-allowed': [{}],
  'not-found': (['source', 'article', 'saved item', 'undo', 'folder', 'company', 'rule', 'search', 'collection'] as const).map((what) => ({
    what,
  })),
  'already-followed': [{ title: 'x' }],
  'not-opml': [{}],
  'not-an-export': [{}],
  'file-unreadable': [{ name: 'x' }],
  'file-too-large': [{ name: 'x', limit: 16 * 1024 * 1024 }],
  'file-not-written': [{ name: 'x' }],
  'file-gone': [{}],
  'backup-foreign': [{}],
  'backup-damaged': [{}],
  'backup-from-future': [{}],
  'backup-too-large': [{}],
  stopped: [{}],
  'engine-stopped': [{}],
  broken: [{}],
}

const failures = Object.entries(carried).flatMap(([kind, all]) => all.map((fields) => ({ kind, ...fields }) as Failure))
/** What has the same name in Chinese. */
const names = /Newsdesk|OPML|Fluent Reader|starred\.json|MiB|PDF|\bx\b/g

describe('what a person reads of a failure in Chinese', () => {
  it.each(failures)('is whole Chinese sentences, with nothing of the English: %o', (failure) => {
    for (const said of [sayFailure(t, spoken(failure)), sayAdvice(t, spoken(failure)) ?? '']) {
      expect(said.replaceAll(names, '')).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*。$/u)
    }
  })

  it('tells each reason of a request that cannot be done, but for what is typed on the command line', () => {
    const said = carried['bad-request'].map((fields) => sayFailure(t, spoken({ kind: 'bad-request', ...fields })))
    expect(said.filter((sentence) => sentence === zh['failure.bad-request'])).toHaveLength(1)
  })
})
