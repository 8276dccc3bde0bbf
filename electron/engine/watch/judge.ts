import type { WatchableArticle } from '../store/cache/watchQueue.ts'
import type { KeptRule } from '../store/library/rules.ts'
import type { Store } from '../store/store.ts'
import { knownCompanies, type KnownCompanies } from '../companies/knownCompanies.ts'
import { mentionsIn } from '../companies/readArticle.ts'
import { compileRules, type CatchingRule } from './matching/compileRules.ts'

/** Says which rules catch an article, in their order, down to the first that stops. */
export type Judge = (article: WatchableArticle) => string[]

/** Makes a judge of rules, of the sources and of the companies as they are now. */
export function judgeBy(rules: readonly CatchingRule[], store: Pick<Store, 'sources' | 'companies'>): Judge {
  const compiled = compileRules(rules)
  const asksCompanies = rules.some((rule) => rule.conditions.some((condition) => condition.kind === 'company'))
  const known = asksCompanies ? knownCompanies(store) : null
  return (article) => {
    const source = store.sources.get(article.sourceId)
    if (source === null) return []
    const companyIds = onceAsked(() => companiesOf(article, source.companyId, known))
    return compiled.catching({ ...article, folder: source.folder, category: source.category, companyIds })
  }
}

/** The rule in the place where it stands or would stand among the others, with its draft in place of what is kept of it. */
export function rulesWith(draft: CatchingRule, kept: readonly KeptRule[]): CatchingRule[] {
  const isKept = kept.some((rule) => rule.id === draft.id)
  return isKept ? kept.map((rule) => (rule.id === draft.id ? draft : rule)) : [...kept, draft]
}

function companiesOf(article: WatchableArticle, own: string | null, known: KnownCompanies | null): ReadonlySet<string> {
  const mentioned = known === null ? [] : mentionsIn({ ...article, language: null }, known).map(({ companyId }) => companyId)
  return new Set(own === null ? mentioned : [own, ...mentioned])
}

function onceAsked<Value>(ask: () => Value): () => Value {
  let answer: { readonly value: Value } | null = null
  return () => (answer ??= { value: ask() }).value
}
