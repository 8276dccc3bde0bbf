import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noiseOf, seeded } from './chance.ts'
import { CACHE, copyProfile, filledProfile, healed, LIBRARY, overwrite, PAGE } from './damagedProfile.ts'
import { quickFolder } from './profiles.ts'

/** As many as the hazard names, for each database. */
const OVERWRITES = 200

/** Which pages are overwritten: each of them in turn, in an order that looks like chance, until there are enough. */
function damagedPages(file: string): number[] {
  const pages = statSync(file).size / PAGE
  const chance = seeded(pages)
  const round = (): number[] =>
    Array.from({ length: pages }, (_, page) => ({ page, place: chance(1_000_000) }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ page }) => page)
  return Array.from({ length: Math.ceil(OVERWRITES / pages) }, round)
    .flat()
    .slice(0, OVERWRITES)
}

const afterwards = {
  [LIBRARY]: { notices: ['library-restored'], saved: 12, whole: true, articles: 40 },
  [CACHE]: { notices: ['cache-rebuilt'], saved: 12, whole: true, articles: 0 },
}

describe('openStore', () => {
  it.each([LIBRARY, CACHE] as const)(
    `finds each of ${OVERWRITES} pages of %s that were overwritten, keeps what is broken, and has all that was saved (D06)`,
    async (name) => {
      const profile = await filledProfile()
      const damaged = join(quickFolder(), 'damaged')
      for (const [count, page] of damagedPages(join(profile, name)).entries()) {
        const about = `page ${page}, for the ${count + 1}th time`
        copyProfile(profile, damaged)
        overwrite(join(damaged, name), page * PAGE, count % 2 === 0 ? noiseOf(PAGE, count) : Buffer.alloc(PAGE))
        const broken = readFileSync(join(damaged, name))
        const aside = `${name}.corrupt-20260115T120000`
        expect([about, healed(damaged)]).toEqual([about, { ...afterwards[name], aside: [aside] }])
        expect([about, readFileSync(join(damaged, aside)).equals(broken)]).toEqual([about, true])
        rmSync(damaged, { recursive: true })
      }
    },
    1_200_000,
  )
})
