import { describe, expect, it } from 'vitest'
import { compileRules, type CatchingRule, type JudgedArticle } from '../../../electron/engine/watch/matching/compileRules.ts'
import type { RuleAction, RuleCondition, RuleField } from '../../../shared/contract/rule.ts'

const article: JudgedArticle = {
  title: 'Operators agree on shared ducts',
  text: 'Three operators will pull fibre through one trench.',
  author: 'Staff of the paper',
  sourceId: 'weekly',
  folder: 'Trade press / Telecom',
  category: 'industry',
  companyIds: () => new Set(['sintai']),
}

function word(words: string, field: RuleField = 'anywhere', isNot = false): RuleCondition {
  return { kind: 'word', words, field, isNot }
}

function phrase(words: string, field: RuleField = 'anywhere'): RuleCondition {
  return { kind: 'phrase', words, field, isNot: false }
}

function ruleOf(id: string, conditions: RuleCondition[], change: Partial<CatchingRule> = {}): CatchingRule {
  return { id, conditions, match: 'all', actions: ['mark'], isEnabled: true, ...change }
}

/** Whether a rule of one condition catches a text. */
function catches(condition: RuleCondition, text: string): boolean {
  return compileRules([ruleOf('it', [condition])]).catching({ ...article, title: '', author: '', text }).length > 0
}

describe('compileRules', () => {
  it.each([
    ['5G', 'The 5G network', true],
    ['5G', 'the 5g network', true],
    ['5G', 'A 15G or 5GHz band', false],
    ['5G', '5G-Advanced comes, says (5G)', true],
    ['5G', '中国5G基站建设', true],
    ['5G', '５Ｇ基站', true],
    ['chip', 'chips and chipsets', false],
    ['chip', 'A chip’s price', true],
    ['zurich', 'In Zürich nothing moves', true],
    ['Zürich', 'zurich is quiet', true],
    ['Zürich', 'Zu\u0308rich decomposed', true],
    ['café', 'CAFE\u0301', true],
    ['naïve', 'a naive rule', true],
    ['ИНЖЕНЕР', 'новый инженер пришёл', true],
    ['инженер', 'инженерный корпус', false],
    ['οδός', 'Η ΟΔΟΣ ΕΡΜΟΥ', true],
    ['οδος', 'η οδός', true],
    ['شبكة', 'إطلاق شَبَكَة جديدة', true],
    ['شبكة', 'الشبكة', false],
    ['रेल', 'नई रेल लाइन', true],
    ['รถไฟ', 'สถานีรถไฟใหม่', true],
    ['通信', '中国通信产业观察', true],
    ['通', '流通领域', true],
    ['光缆', '光与电缆', false],
    ['삼성', '삼성전자는 오늘', true],
    ['전자', '삼성전자', false],
    ['データ', 'データセンター', false],
    ['データ', '新しいデータの話', true],
    ['すし', 'おいしいすしです', true],
    ['C++', 'written in C++ and Rust', true],
    ['AT&T', 'AT & T said', true],
    ['AT&T', 'at the table', false],
    ['office', 'the oﬃce is closed', true],
    ['ductwork', 'duct\u00adwork', true],
  ])('finds the word %s in “%s”: %s', (sought, text, expected) => {
    expect(catches(word(sought), text)).toBe(expected)
  })

  it.each([
    ['shared ducts', 'on shared ducts and poles', true],
    ['shared ducts', 'SHARED-DUCTS', true],
    ['shared ducts', 'ducts shared', false],
    ['shared ducts', 'shared new ducts', false],
    ['shared ducts', 'We shared. Ducts are dear.', false],
    ['shared ducts', 'the unshared ducts', false],
    ['shared ducts', 'shared ductsman', false],
    ['基站 标准', '室外基站标准发布', false],
    ['基站标准', '室外基站标准发布', true],
  ])('finds the phrase %s in “%s”: %s', (sought, text, expected) => {
    expect(catches(phrase(sought), text)).toBe(expected)
  })

  it.each<[RuleField, string, boolean]>([
    ['title', 'ducts', true],
    ['title', 'trench', false],
    ['text', 'trench', true],
    ['text', 'ducts', false],
    ['author', 'staff', true],
    ['author', 'ducts', false],
    ['anywhere', 'ducts', true],
    ['anywhere', 'trench', true],
    ['anywhere', 'staff', true],
  ])('looks for a word in the %s: %s, %s', (field, sought, expected) => {
    expect(compileRules([ruleOf('it', [word(sought, field)])]).catching(article)).toEqual(expected ? ['it'] : [])
  })

  it.each<[RuleCondition, boolean]>([
    [{ kind: 'company', companyId: 'sintai', isNot: false }, true],
    [{ kind: 'company', companyId: 'harbour', isNot: false }, false],
    [{ kind: 'source', sourceId: 'weekly', isNot: false }, true],
    [{ kind: 'source', sourceId: 'weekly', isNot: true }, false],
    [{ kind: 'folder', folder: 'Trade press', isNot: false }, true],
    [{ kind: 'folder', folder: 'Trade', isNot: false }, false],
    [{ kind: 'category', category: 'industry', isNot: false }, true],
    [{ kind: 'category', category: 'company', isNot: true }, true],
  ])('asks whose it is: %o, %s', (condition, expected) => {
    expect(compileRules([ruleOf('it', [condition])]).catching(article)).toEqual(expected ? ['it'] : [])
  })

  it('asks for all conditions or for any, each turned round where it says not', () => {
    const conditions = [word('ducts'), word('trench', 'anywhere', true)]
    expect(compileRules([ruleOf('all', conditions), ruleOf('any', conditions, { match: 'any' })]).catching(article)).toEqual(['any'])
    const other = { ...article, text: 'Nothing is dug.' }
    expect(compileRules([ruleOf('all', conditions), ruleOf('any', conditions, { match: 'any' })]).catching(other)).toEqual(['all', 'any'])
  })

  it('keeps the order of the rules, passes over those switched off, and ends at the first that stops', () => {
    const ducts = [word('ducts')]
    const stopping: RuleAction[] = ['mark', 'stop']
    const rules = [
      ruleOf('off', ducts, { isEnabled: false, actions: stopping }),
      ruleOf('first', ducts),
      ruleOf('elsewhere', [word('satellite')], { actions: stopping }),
      ruleOf('stops', ducts, { actions: stopping }),
      ruleOf('after', ducts),
    ]
    expect(compileRules(rules).catching(article)).toEqual(['first', 'stops'])
  })

  it('does not ask for companies where no rule does', () => {
    let asked = 0
    const companyIds = (): ReadonlySet<string> => {
      asked += 1
      return new Set()
    }
    expect(compileRules([ruleOf('it', [word('ducts')])]).catching({ ...article, companyIds })).toEqual(['it'])
    expect(asked).toBe(0)
  })

  it('finds words that begin alike, each by itself', () => {
    const sought = ['open', 'open ran', 'open ran alliance', 'ran', 'alliance']
    const rules = sought.map((words) => ruleOf(words, [phrase(words)]))
    expect(compileRules(rules).catching({ ...article, text: 'The Open RAN Alliance met.' })).toEqual(sought)
    expect(compileRules(rules).catching({ ...article, text: 'An open ranch.' })).toEqual(['open'])
  })
})
