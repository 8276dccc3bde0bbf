import sanitizeHtml from 'sanitize-html'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { plainText } from '../../../electron/engine/article/plainText.ts'
import { makeSafeText } from '../../../electron/engine/article/safeHtml.ts'
import { keepsToGrammar } from '../../../electron/engine/article/strictGrammar.ts'
import { HOSTILE_MARKUP } from './hostileMarkup.ts'
import { audit } from './policyAudit.ts'

vi.mock('sanitize-html', async (original) => {
  const { default: real } = await original<{ default: typeof sanitizeHtml }>()
  return { default: vi.fn(real) }
})
vi.mock('../../../electron/engine/article/strictGrammar.ts', async (original) => {
  const { keepsToGrammar: real } = await original<{ keepsToGrammar: typeof keepsToGrammar }>()
  return { keepsToGrammar: vi.fn(real) }
})

const origin = { baseUrl: 'https://news.example/2024/article.html' }

describe('makeSafeText', () => {
  beforeEach(() => vi.mocked(sanitizeHtml).mockClear())

  it('asks the sanitiser for nothing while the grammar is content, which it is with all that we write', () => {
    for (const hostile of HOSTILE_MARKUP) makeSafeText(hostile, origin)
    expect(vi.mocked(keepsToGrammar).mock.calls.length).toBe(HOSTILE_MARKUP.length)
    expect(sanitizeHtml).not.toHaveBeenCalled()
  })

  it('X01: sends a text through the sanitiser where the grammar objects, and changes nothing that was right', () => {
    for (const hostile of HOSTILE_MARKUP) {
      const content = makeSafeText(hostile, origin)
      vi.mocked(keepsToGrammar).mockReturnValueOnce(false)
      const objected = makeSafeText(hostile, origin)
      expect(objected).toEqual(content)
      expect(audit(objected.html)).toEqual([])
      expect(objected.text).toBe(plainText(objected.html))
    }
    expect(sanitizeHtml).toHaveBeenCalledTimes(HOSTILE_MARKUP.length)
  })
})
