import { linkKey } from './addresses.ts'
import { dataLists } from './data/dataLists.ts'
import { groupRecords, readList } from './lists.ts'
import type { AboutPage, ListCandidate, NewsroomReading, Recipe } from './newsroomReading.ts'
import { nextPageOf } from './nextPage.ts'
import { openPage, type NewsPage } from './page.ts'
import { aboutOf, linkGroups, readNewsroom, type NewsroomContext } from './readNewsroom.ts'
import { regionReader } from './regions.ts'
import { LEAST_SCORE } from './score.ts'
import { sectionOf } from './signatures.ts'

/** What became of a learnt list: found where it was, learnt again in new markup, or lost, with the reason. */
export type FollowedNewsroom =
  | (AboutPage & { readonly match: 'same' | 'relearnt'; readonly list: ListCandidate; readonly nextPageUrl: string | null })
  | (AboutPage & { readonly match: 'lost'; readonly reason: 'no-list' | 'needs-login' | 'needs-scripts' })

/** Finds the list of a recipe again. Where the markup changed, learns it anew and knows it by the articles it had; never guesses. */
export function followRecipe(html: string, about: NewsroomContext & { readonly recipe: Recipe }): FollowedNewsroom {
  const page = openPage(html, about)
  const known = new Set((about.knownLinks ?? []).map(linkKey))
  const list = listOfRecipe(page, about.recipe)
  if (list !== null && list.score >= LEAST_SCORE && isKin(list, about.recipe, known))
    return { match: 'same', list, nextPageUrl: nextPageOf(page), ...aboutOf(page) }
  return relearn(readNewsroom(html, about), about.recipe, known)
}

function listOfRecipe(page: NewsPage, recipe: Recipe): ListCandidate | null {
  if (recipe.from === 'data') return dataLists(page).find((list) => list.recipe.signature === recipe.signature) ?? null
  const regions = regionReader(page.links)
  const group = linkGroups(page, regions).find((candidate) => candidate.by === recipe.by && candidate.signature === recipe.signature)
  return group === undefined ? null : readList(group, groupRecords(group, page), page, regions, recipe)
}

function relearn(reading: NewsroomReading, recipe: Recipe, known: ReadonlySet<string>): FollowedNewsroom {
  const { pageTitle, siteName, language, isCut } = reading
  const facts = { pageTitle, siteName, language, isCut }
  if (reading.kind !== 'list') return { match: 'lost', reason: reading.kind, ...facts }
  const list =
    reading.candidates.find((candidate) => sharedOf(candidate, known) > 0) ??
    reading.candidates.find((candidate) => isKin(candidate, recipe, known))
  return list === undefined
    ? { match: 'lost', reason: 'no-list', ...facts }
    : { match: 'relearnt', list, nextPageUrl: reading.nextPageUrl, ...facts }
}

// All news may be new; then the addresses still have their form, or at least their section.
function isKin(list: ListCandidate, recipe: Recipe, known: ReadonlySet<string>): boolean {
  if (known.size === 0 || sharedOf(list, known) > 0) return true
  return list.recipe.linkShape === recipe.linkShape || sectionOf(list.recipe.linkShape) === sectionOf(recipe.linkShape)
}

function sharedOf(list: ListCandidate, known: ReadonlySet<string>): number {
  return list.items.filter((item) => known.has(linkKey(item.url))).length
}
