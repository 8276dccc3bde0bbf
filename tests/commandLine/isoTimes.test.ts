import { describe, expect, it } from 'vitest'
import { withIsoTimes } from '../../electron/commandLine/isoTimes.ts'

describe('withIsoTimes', () => {
  it('writes every time of a document in ISO 8601, however deep', () => {
    const document = { articles: [{ publishedAt: 0, health: { lastSuccessAt: 86_400_000 } }] }
    expect(withIsoTimes(document)).toEqual({
      articles: [{ publishedAt: '1970-01-01T00:00:00.000Z', health: { lastSuccessAt: '1970-01-02T00:00:00.000Z' } }],
    })
  })

  it('leaves what is no time, and times that are not known', () => {
    const document = { total: 5, publishedAt: null, tookMs: 12, format: 3, title: 'At' }
    expect(withIsoTimes(document)).toEqual(document)
  })
})
