import type { Recipe } from './newsroomReading.ts'
import type { NewsPage } from './page.ts'
import { isNewsPlace, type ListFigures } from './score.ts'
import { NEWS_WORDS } from './words.ts'

/** English sentences that say why a list was taken for news and which of its parts are read. */
export function reasonsOf(figures: ListFigures, recipe: Pick<Recipe, 'titlePart' | 'datePart' | 'linkShape'>, page: NewsPage): string[] {
  const { items, label } = figures
  const dated = items.filter((item) => item.publishedAt !== null).length
  const others = figures.kinds.filter((kind) => kind !== 'news').length
  return [
    `${items.length} links of the same form stand in a row (${recipe.linkShape}).`,
    label !== null && NEWS_WORDS.test(` ${label.text} `) ? `They stand under the heading “${label.text}”.` : null,
    isNewsPlace(page) ? 'The page calls itself news.' : null,
    dated === 0
      ? 'The list gives no dates; they are read from each article.'
      : `${dated} of them have a date (${partName(recipe.datePart)}).`,
    recipe.titlePart === null ? null : `Headlines are read from ${partName(recipe.titlePart)}.`,
    others === 0 ? null : `${others} entries were left out: events, vacancies, products or plain navigation.`,
  ].filter((reason) => reason !== null)
}

const PARTS: Readonly<Record<string, string>> = {
  address: 'in the address',
  heading: 'in the heading above',
  headline: 'beside the headline',
  attribute: "the link's own description",
}

function partName(slot: string | null): string {
  if (slot === null || slot === '') return 'the link'
  return PARTS[slot] ?? slot.split('>').at(-1) ?? slot
}
