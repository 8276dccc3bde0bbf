import type { Category } from '../../../../shared/contract/schemas.ts'
import type { RuleCondition, RuleDraft, RuleField } from '../../../../shared/contract/rule.ts'
import { readable } from './letters.ts'
import { createWordTree, type GrowingTree, type WordTree } from './wordTree.ts'

/** What rules ask of an article. */
export interface JudgedArticle {
  readonly title: string
  readonly text: string
  readonly author: string
  readonly sourceId: string
  readonly folder: string | null
  readonly category: Category
  /** The companies whose news it is or that it mentions; asked for only where a rule asks. */
  readonly companyIds: () => ReadonlySet<string>
}

/** A rule as far as catching goes. */
export type CatchingRule = Pick<RuleDraft, 'match' | 'conditions' | 'actions' | 'isEnabled'> & { readonly id: string }

/** Rules made ready for many articles. */
export interface CompiledRules {
  /** The rules that catch an article, in their order, down to the first that stops. */
  readonly catching: (article: JudgedArticle) => string[]
}

interface Seen {
  readonly article: JudgedArticle
  /** For each of the tree's words, in which fields it stands. */
  readonly fields: Uint8Array
}

type Test = (seen: Seen) => boolean

const TITLE = 1
const TEXT = 2
const AUTHOR = 4
const bits: Readonly<Record<RuleField, number>> = { title: TITLE, text: TEXT, author: AUTHOR, anywhere: TITLE | TEXT | AUTHOR }

/** News is shorter; a book in a feed should not hold up the rest. */
const LONGEST_TEXT = 200_000

/** Compiles rules, in their order; those that are switched off catch nothing. */
export function compileRules(rules: readonly CatchingRule[]): CompiledRules {
  const tree = createWordTree()
  const compiled = rules
    .filter((rule) => rule.isEnabled)
    .map(({ id, match, conditions, actions }) => ({ id, stops: actions.includes('stop'), test: testOf(match, conditions, tree) }))
  return {
    catching: (article) => {
      const seen = { article, fields: fieldsOf(article, tree) }
      const caught: string[] = []
      for (const { id, stops, test } of compiled) {
        if (!test(seen)) continue
        caught.push(id)
        if (stops) break
      }
      return caught
    },
  }
}

function testOf(match: RuleDraft['match'], conditions: readonly RuleCondition[], tree: GrowingTree): Test {
  const tests = conditions.map((condition) => {
    const test = plainTest(condition, tree)
    return condition.isNot ? (seen: Seen) => !test(seen) : test
  })
  return match === 'all' ? (seen) => tests.every((test) => test(seen)) : (seen) => tests.some((test) => test(seen))
}

function plainTest(condition: RuleCondition, tree: GrowingTree): Test {
  switch (condition.kind) {
    case 'word':
    case 'phrase': {
      const number = tree.numberOf(condition.words)
      const mask = bits[condition.field]
      return ({ fields }) => ((fields[number] ?? 0) & mask) !== 0
    }
    case 'company':
      return ({ article }) => article.companyIds().has(condition.companyId)
    case 'source':
      return ({ article }) => article.sourceId === condition.sourceId
    case 'folder':
      return ({ article: { folder } }) => folder === condition.folder || (folder?.startsWith(`${condition.folder} / `) ?? false)
    case 'category':
      return ({ article }) => article.category === condition.category
  }
}

function fieldsOf({ title, text, author }: JudgedArticle, tree: WordTree): Uint8Array {
  const fields = new Uint8Array(tree.size)
  if (tree.size === 0) return fields
  const look = (said: string, bit: number): void =>
    tree.scan(readable(said), (number) => {
      fields[number] = (fields[number] ?? 0) | bit
    })
  look(title, TITLE)
  look(text.slice(0, LONGEST_TEXT), TEXT)
  look(author, AUTHOR)
  return fields
}
