import type { RuleCondition, RuleField } from '../../shared/contract/rule.ts'
import type { WordKey } from '../words/en.ts'

/** What a condition asks, as a person chooses it: words in a place, or whose an article is. */
export type Question = RuleField | 'company' | 'source' | 'folder' | 'category'

/** The questions in the order in which they are offered, and their words. */
export const questions: readonly (readonly [Question, WordKey])[] = [
  ['anywhere', 'rules.anywhere'],
  ['title', 'rules.inTitle'],
  ['text', 'rules.inText'],
  ['author', 'rules.author'],
  ['company', 'rules.company'],
  ['source', 'rules.source'],
  ['folder', 'rules.folder'],
  ['category', 'rules.category'],
]

/** A condition while it is written; an empty `value` says nothing yet. */
export type WrittenCondition = { readonly key: number; readonly question: Question; readonly isNot: boolean; readonly value: string }

let lastKey = 0

/** A condition that asks for words and has none yet. */
export function newCondition(): WrittenCondition {
  return { key: nextKey(), question: 'anywhere', isNot: false, value: '' }
}

/** A kept condition, to be written on. */
export function writtenOf(condition: RuleCondition): WrittenCondition {
  const { isNot } = condition
  const key = nextKey()
  switch (condition.kind) {
    case 'word':
    case 'phrase':
      return { key, isNot, question: condition.field, value: condition.words }
    case 'company':
      return { key, isNot, question: 'company', value: condition.companyId }
    case 'source':
      return { key, isNot, question: 'source', value: condition.sourceId }
    case 'folder':
      return { key, isNot, question: 'folder', value: condition.folder }
    case 'category':
      return { key, isNot, question: 'category', value: condition.category }
  }
}

/** The condition that was written; null while it says nothing. Several words are a phrase. */
export function conditionOf({ question, isNot, value }: WrittenCondition): RuleCondition | null {
  const said = value.trim()
  if (said === '') return null
  switch (question) {
    case 'company':
      return { kind: 'company', companyId: said, isNot }
    case 'source':
      return { kind: 'source', sourceId: said, isNot }
    case 'folder':
      return { kind: 'folder', folder: said, isNot }
    case 'category':
      return said === 'company' || said === 'industry' ? { kind: 'category', category: said, isNot } : null
    case 'anywhere':
    case 'title':
    case 'text':
    case 'author':
      return /[\p{L}\p{N}]/u.test(said) ? { kind: /\s/.test(said) ? 'phrase' : 'word', words: said, field: question, isNot } : null
  }
}

/** Whether a question is answered with words of the person's own. */
export function asksWords(question: Question): question is RuleField {
  return question === 'anywhere' || question === 'title' || question === 'text' || question === 'author'
}

function nextKey(): number {
  lastKey += 1
  return lastKey
}
