import type { SavedItem } from '../../shared/contract/article.ts'

/** A tag of the items that are chosen. `isOnAll`: each of them has it, else some. */
export type ChosenTag = { readonly tag: string; readonly isOnAll: boolean }

/** What a person ticked and unticked; a tag that is not named here stays as it is on each item. */
export type Ticks = ReadonlyMap<string, boolean>

/** The tags that any of these items has, in the order of the person's language. */
export function chosenTags(items: readonly Pick<SavedItem, 'tags'>[], locale: string): readonly ChosenTag[] {
  const counts = new Map<string, number>()
  for (const tag of items.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return [...counts].map(([tag, count]) => ({ tag, isOnAll: count === items.length })).toSorted((one, other) => compare(one.tag, other.tag))
}

/** What the ticks and the tags that were typed come to. A tag that was unticked and typed again is added. */
export function tagChange(ticks: Ticks, typed: readonly string[]) {
  const ticked = (wanted: boolean) => [...ticks].flatMap(([tag, isOn]) => (isOn === wanted ? [tag] : []))
  const addTags = [...new Set([...ticked(true), ...typed])]
  return { addTags, removeTags: ticked(false).filter((tag) => !addTags.includes(tag)) }
}
