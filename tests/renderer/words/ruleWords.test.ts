import { setupI18n } from '@lingui/core'
import { describe, expect, it } from 'vitest'
import type { RuleDraft } from '../../../shared/contract/rule.ts'
import { ruleSentence } from '../../../shared/ruleSentence.ts'
import { en } from '../../../renderer/words/en.ts'
import { sayRule } from '../../../renderer/words/ruleWords.ts'
import type { Words } from '../../../renderer/words/useWords.ts'
import { zh } from '../../../renderer/words/zh.ts'
import { compileMessage } from '@lingui/message-utils/compileMessage'

const names = {
  company: (id: string) => (id === 'sintai' ? 'Sintai Communication' : null),
  source: (id: string) => (id === 'weekly' ? 'Telecom Weekly' : null),
}

const rule: Pick<RuleDraft, 'match' | 'conditions' | 'actions'> = {
  match: 'all',
  actions: ['save', 'notify'],
  conditions: [
    { kind: 'word', words: '5G', field: 'title', isNot: false },
    { kind: 'source', sourceId: 'weekly', isNot: true },
    { kind: 'phrase', words: 'shared ducts', field: 'anywhere', isNot: true },
    { kind: 'company', companyId: 'sintai', isNot: false },
    { kind: 'folder', folder: 'Trade press', isNot: false },
  ],
}

describe('sayRule', () => {
  it('says in English what the command line says', () => {
    for (const actions of [['mark'], ['save', 'notify'], ['stop', 'save', 'mark']] as const) {
      const said = { ...rule, actions: [...actions] }
      expect(sayRule(wordsOf('en', en), 'en', said, names)).toBe(ruleSentence(said, names))
    }
  })

  it('says it in Chinese', () => {
    expect(sayRule(wordsOf('zh-CN', zh), 'zh-CN', rule, names)).toBe(
      '当标题含有“5G”且来源不是Telecom Weekly且文章不含短语“shared ducts”且文章涉及Sintai Communication且来源在文件夹“Trade press”中时，通知我，并收藏它。',
    )
  })

  it('says what is followed no more', () => {
    const gone: RuleDraft['conditions'] = [{ kind: 'source', sourceId: 'gone', isNot: false }]
    expect(sayRule(wordsOf('en', en), 'en', { ...rule, actions: ['mute'], conditions: gone }, names)).toBe(
      'Mute it when the source is (no longer followed).',
    )
  })
})

function wordsOf(locale: string, catalogue: Readonly<Record<string, string>>): Words {
  const messages = Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, compileMessage(message)]))
  const i18n = setupI18n({ locale, messages: { [locale]: messages } })
  return (key, values) => i18n._(key, values)
}
