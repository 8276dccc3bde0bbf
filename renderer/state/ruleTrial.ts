import { useEffect, useState } from 'react'
import type { ArticleRow } from '../../shared/contract/article.ts'
import type { RuleDraft, RuleTest } from '../../shared/contract/rule.ts'
import type { Bridge } from '../bridge/bridge.ts'
import { useBridge } from './bridgeContext.tsx'
import type { EditedRule } from './rules.ts'

/** What a rule would have caught, as far as it was looked. */
export type Trial = {
  readonly looked: number
  readonly total: number
  readonly caught: number
  readonly articles: readonly ArticleRow[]
  /** Newest first. */
  readonly weeks: RuleTest['weeks']
  /** Whether more is being looked at now. */
  readonly isLooking: boolean
}

/** While a person writes, so many of the newest articles are looked at; the rest where they ask for it. */
export const LOOKED_AT_FIRST = 5_000
const PART = 500
const MOST_SHOWN = 30
/** A person who is still typing is not answered. */
const PATIENCE = 250

const nothing: Trial = { looked: 0, total: 0, caught: 0, articles: [], weeks: [], isLooking: true }

/** A dry run of the rule on the desk, live; null while it says nothing to look for. A change of the rule ends the run and begins another. */
export function useRuleTrial({ id, draft }: EditedRule, looksAtAll: boolean): Trial | null {
  const bridge = useBridge()
  const [trial, setTrial] = useState<Trial | null>(null)
  const { conditions, match, actions } = draft
  const asked = JSON.stringify([id, { conditions, match, actions }])
  useEffect(() => {
    let isOver = false
    const tell = (found: Trial | null): void => {
      if (!isOver) setTrial(found)
    }
    const timer = setTimeout(() => void run(bridge, asked, looksAtAll ? Infinity : LOOKED_AT_FIRST, tell, () => isOver), PATIENCE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [bridge, asked, looksAtAll])
  return trial
}

async function run(bridge: Bridge, asked: string, most: number, tell: (trial: Trial | null) => void, isOver: () => boolean): Promise<void> {
  const [id, said] = JSON.parse(asked) as [string | null, Pick<RuleDraft, 'conditions' | 'match' | 'actions'>]
  if (said.conditions.length === 0) return tell(null)
  let found = nothing
  for (let after: string | null | undefined; after !== null && !isOver() && found.looked < most;) {
    const part = await bridge.call('testRule', {
      rule: { ...said, name: 'draft' },
      limit: PART,
      ...(id === null ? {} : { id }),
      ...(after === undefined ? {} : { after }),
    })
    if (!part.ok) return tell(null)
    after = part.value.next
    found = { ...together(found, part.value), isLooking: after !== null && found.looked + part.value.looked < most }
    tell(found)
  }
}

/** What was found so far and a further part of it. */
export function together(found: Trial, part: RuleTest): Trial {
  const weeks = new Map(found.weeks.map((week) => [week.weekStart, week.caught]))
  for (const { weekStart, caught } of part.weeks) weeks.set(weekStart, (weeks.get(weekStart) ?? 0) + caught)
  return {
    ...found,
    looked: found.looked + part.looked,
    total: part.total,
    caught: found.caught + part.caught,
    articles: [...found.articles, ...part.articles].slice(0, MOST_SHOWN),
    weeks: [...weeks].map(([weekStart, caught]) => ({ weekStart, caught })),
  }
}
