import type { NewsPage } from '../page.ts'

const NUMERIC = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d|\d\d)(?![\d/-])/u
const DAY = 86_400_000

type Order = 'dmy' | 'mdy'

/** Whether `03/04/2020` means March or April on this page: told by a day above twelve, by days that lie ahead or out of order, else by its language. */
export function dateOrder(texts: readonly string[], page: Pick<NewsPage, 'language' | 'now' | 'url'>): Order {
  const found = texts.map((text) => NUMERIC.exec(text.slice(0, 200))).filter((parts) => parts !== null)
  const pairs = found.map((parts) => [Number(parts[1]), Number(parts[2]), Number(parts[3]?.slice(-2)) + 2000] as const)
  const dayFirst = pairs.filter(([first]) => first > 12).length
  const monthFirst = pairs.filter(([, second]) => second > 12).length
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy'
  const faults = { dmy: faultsOf(pairs, 'dmy', page.now), mdy: faultsOf(pairs, 'mdy', page.now) }
  if (faults.dmy !== faults.mdy) return faults.dmy < faults.mdy ? 'dmy' : 'mdy'
  return orderOfLanguage(page)
}

// Lists of news run back in time and say nothing of days to come.
function faultsOf(pairs: readonly (readonly [number, number, number])[], order: Order, now: number): number {
  const days = pairs.map(([first, second, year]) =>
    order === 'dmy' ? Date.UTC(year, second - 1, first) : Date.UTC(year, first - 1, second),
  )
  const ahead = days.filter((day) => day > now + 2 * DAY).length
  const rising = days.slice(1).filter((day, index) => day > (days[index] ?? 0)).length
  return ahead * 2 + rising
}

function orderOfLanguage(page: Pick<NewsPage, 'language' | 'url'>): Order {
  const isAmerican = /^en(?:-us)?$/u.test(page.language)
  return isAmerican && !/^[a-z]+:\/\/[^/]*\.(?:uk|ie|au|nz|in|sg|hk|eu|de|nl|se|no|dk|fi|ch|at|za)(?:[:/]|$)/u.test(page.url)
    ? 'mdy'
    : 'dmy'
}
