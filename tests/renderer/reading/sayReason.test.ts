import { describe, expect, it } from 'vitest'
import type { RelatedReason } from '../../../shared/contract/company.ts'
import { sayReason } from '../../../renderer/reading/sayReason.ts'
import { speak } from '../../../renderer/words/language.ts'
import { i18n } from '@lingui/core'

const reasons: readonly (readonly [RelatedReason, english: string, chinese: string])[] = [
  [{ kind: 'same-story', words: [] }, 'Same story', '同一事件'],
  [{ kind: 'same-company', words: ['Sintai Communication'] }, 'Same company: Sintai Communication', '同一公司：Sintai Communication'],
  [{ kind: 'same-topic', words: ['earthing', 'small cells'] }, 'Same topic: earthing, small cells', '同一主题：earthing、small cells'],
]

describe('sayReason', () => {
  it.each(reasons)('says in both languages why an article is related: %o', async (reason, english, chinese) => {
    await speak('en')
    expect(sayReason((key, values) => i18n._(key, values), 'en', reason)).toBe(english)
    await speak('zh-CN')
    expect(sayReason((key, values) => i18n._(key, values), 'zh-CN', reason)).toBe(chinese)
  })
})
