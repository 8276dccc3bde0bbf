import { i18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import { failureSentence } from '../../shared/failureSentence.ts'
import type { Failure } from '../../shared/failures.ts'
import { DAY, HOUR, MINUTE, type DurationMs } from '../../shared/time.ts'
import { citation } from '../../shared/citation.ts'
import { readingMinutes } from '../../renderer/reading/minutes.ts'
import { clockTime, dayName, longDate, relativeTime, shortDate } from '../../renderer/words/dates.ts'
import { en } from '../../renderer/words/en.ts'
import { sayAdvice, sayFailure } from '../../renderer/words/failureWords.ts'
import { languageFor } from '../../renderer/words/language.ts'
import type { Words } from '../../renderer/words/useWords.ts'
import { zh } from '../../renderer/words/zh.ts'

const t: Words = (key, values) => i18n._(key, values)

describe('the catalogues', () => {
  it('have a message for each key in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
    for (const message of [...Object.values(en), ...Object.values(zh)]) expect(message.trim()).not.toBe('')
  })

  it('count in ICU plurals', () => {
    expect(t('list.count', { count: 1 })).toBe('1 article')
    expect(t('list.count', { count: 12 })).toBe('12 articles')
  })

  it('use no exclamation marks and do not blame', () => {
    for (const message of Object.values(en)) expect(message).not.toMatch(/!|you failed|invalid|illegal/i)
  })
})

const failures: readonly Failure[] = [
  { kind: 'no-such-host', host: 'a.example' },
  { kind: 'timed-out', after: 30_000 as DurationMs },
  { kind: 'too-large', limit: 16 * 1024 * 1024 },
  { kind: 'refused', status: 403, retryAt: null },
  { kind: 'refused', status: 404, retryAt: null },
  { kind: 'refused', status: 503, retryAt: null },
  { kind: 'already-followed', title: 'Telecom Weekly' },
  { kind: 'gone' },
  { kind: 'disk-full' },
]

describe('sayFailure', () => {
  it.each(failures)('says what the engine says of %o', (failure) => {
    expect(sayFailure(t, { ...failure, sentence: '' })).toBe(failureSentence(failure))
    expect(sayAdvice(t, { ...failure, sentence: '' })).not.toBeNull()
  })

  it('says the engine’s own sentence for a kind that it does not know', () => {
    expect(sayFailure(t, { kind: 'of-tomorrow', sentence: 'Something new.' })).toBe('Something new.')
    expect(sayAdvice(t, { kind: 'of-tomorrow', sentence: '' })).toBeNull()
  })
})

describe('languageFor', () => {
  it.each([
    ['system', ['zh-TW', 'en'], 'zh-CN'],
    ['system', ['de-AT', 'en-GB'], 'en'],
    ['system', ['de-AT'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
  ] as const)('%s with %o is %s', (choice, system, language) => {
    expect(languageFor(choice, system)).toBe(language)
  })
})

describe('dates', () => {
  const at = new Date(2020, 10, 17, 9, 5).getTime()

  it('are written as the language writes them', () => {
    expect(longDate('en', at)).toBe('17 November 2020')
    expect(longDate('zh-CN', at)).toBe('2020年11月17日')
    expect(clockTime('en', at)).toBe('09:05')
    expect(dayName('en', at, at)).toBe('Tuesday 17 November')
    expect(shortDate('en', at, at)).toBe('17 Nov')
    expect(shortDate('en', at, at + 400 * DAY)).toBe('17 Nov 2020')
  })

  it.each([
    [-30_000, 'now'],
    [-4 * MINUTE, '4 min ago'],
    [-3 * HOUR, '3 hr ago'],
    [-2 * DAY, '2 days ago'],
  ])('%s ms from now is %s', (by, words) => {
    expect(relativeTime('en', at + by, at)).toBe(words)
  })
})

describe('citation', () => {
  it('names author, title, source, day, address, and when it was read', () => {
    const cited = { author: 'Staff', title: 'Is it dust?', sourceTitle: 'Telecom Weekly', published: '17 November 2020' }
    expect(citation({ ...cited, url: 'https://a.example/1', accessed: 'accessed 23 November 2026' })).toBe(
      'Staff. “Is it dust?” Telecom Weekly, 17 November 2020. https://a.example/1 (accessed 23 November 2026).',
    )
  })

  it('leaves out what is not known', () => {
    const cited = { author: null, title: 'Dust', sourceTitle: 'Telecom Weekly', published: null, url: null, accessed: '' }
    expect(citation(cited)).toBe('“Dust.” Telecom Weekly.')
  })

  it('names nobody twice', () => {
    const cited = { author: 'Telecom Weekly', title: 'Dust', sourceTitle: 'Telecom Weekly', published: null, url: null, accessed: '' }
    expect(citation(cited)).toBe('“Dust.” Telecom Weekly.')
    expect(citation({ ...cited, author: 'Sintai', company: 'Sintai' })).toBe('“Dust.” Sintai, Telecom Weekly.')
  })
})

describe('readingMinutes', () => {
  it('counts words and Chinese characters, and says 0 for no text', () => {
    expect(readingMinutes('  ')).toBe(0)
    expect(readingMinutes('a few words')).toBe(1)
    expect(readingMinutes('word '.repeat(690))).toBe(3)
    expect(readingMinutes('字'.repeat(800))).toBe(2)
  })
})
