import type { NewsPage } from '../page.ts'

const NUMERIC = /(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:(?:19|20)\d\d|\d\d)(?![\d/-])/u

/** Whether `03/04/2020` means March or April on this page: told by a day above twelve, by days that would lie ahead, else by its language. */
export function dateOrder(texts: readonly string[], page: Pick<NewsPage, 'language' | 'now' | 'url'>): 'dmy' | 'mdy' {
  const pairs = texts.map((text) => NUMERIC.exec(text.slice(0, 200))).filter((parts) => parts !== null)
  const dayFirst = pairs.filter((parts) => Number(parts[1]) > 12).length
  const monthFirst = pairs.filter((parts) => Number(parts[2]) > 12).length
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'dmy' : 'mdy'
  return /^en(?:-us)?$/u.test(page.language) &&
    !/^[a-z]+:\/\/[^/]*\.(?:uk|ie|au|nz|in|sg|hk|eu|de|nl|se|no|dk|fi|ch|at|za)(?:[:/]|$)/u.test(page.url)
    ? 'mdy'
    : 'dmy'
}
