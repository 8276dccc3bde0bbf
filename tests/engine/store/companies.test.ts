import { describe, expect, it } from 'vitest'
import { followed, NOON, savedCopyOf } from './news.ts'
import { openedStore } from './profiles.ts'

const SITE = { key: 'alpha.example', site: 'https://alpha.example/', name: 'The alpha' }

/** A store with two sources of one company. */
function twoOfOne() {
  const store = openedStore()
  const company = store.companies.ofSite(SITE)
  const sources = ['alpha', 'alpha-news'].map((name) => followed(store, name))
  for (const { id } of sources) store.sources.change(id, { companyId: company.id })
  return { store, company, sources }
}

describe('companies.ofSite', () => {
  it('makes one company of a site, with the same id after a loss', () => {
    const { store, company } = twoOfOne()
    expect(store.companies.ofSite({ ...SITE, name: 'Another name' })).toEqual(company)
    expect(openedStore().companies.ofSite(SITE).id).toBe(company.id)
    expect(store.companies.ofSite({ ...SITE, key: 'beta.example' }).id).not.toBe(company.id)
    expect(company.id).toMatch(/^[a-z2-7]{12}$/)
  })
})

describe('companies.change', () => {
  it('keeps names, facts and changes, and leaves what is not given', () => {
    const { store, company } = twoOfOne()
    const changes = [{ field: 'phone', before: '1', after: '2', at: NOON }] as const
    store.companies.change(company.id, {
      name: 'Alpha',
      aliases: ['Alpha Ltd', '阿尔法'],
      facts: '{}',
      changes: [...changes],
      checkedAt: NOON,
    })
    const kept = { ...company, name: 'Alpha', aliases: ['Alpha Ltd', '阿尔法'], facts: '{}', changes, checkedAt: NOON }
    expect([store.companies.get(company.id), store.companies.list()]).toEqual([kept, [kept]])
    expect(store.companies.change('nobody', { name: 'x' })).toBeNull()
  })
})

describe('sources.change', () => {
  it('lets a source leave its company, join it again, and join another', () => {
    const { store, company, sources } = twoOfOne()
    const other = store.companies.ofSite({ ...SITE, key: 'beta.example' })
    const id = sources[0]?.id ?? ''
    for (const companyId of [null, company.id, company.id, other.id]) store.sources.change(id, { companyId })
    expect([store.companies.sourceIds(company.id), store.companies.sourceIds(other.id)]).toEqual([[sources[1]?.id], [id]])
  })
})

describe('companies.list', () => {
  it('shows a company while a source or a saved item is of it, and forgets it after that', () => {
    const { store, company, sources } = twoOfOne()
    const ids = (): string[] => store.companies.list().map(({ id }) => id)
    store.sources.remove(sources[0]?.id ?? '')
    expect(ids()).toEqual([company.id])
    store.saved.save(savedCopyOf('one', { sourceId: sources[1]?.id ?? '' }))
    store.sources.remove(sources[1]?.id ?? '')
    expect(ids()).toEqual([company.id])
    store.sources.purgeRemoved()
    expect([store.companies.forgetUnneeded(), ids()]).toEqual([[], [company.id]])
    store.saved.unsave('saved-one')
    expect([ids(), store.companies.forgetUnneeded(), store.companies.get(company.id)]).toEqual([[], [company.id], null])
  })

  it('keeps a company whose only source can still be taken back', () => {
    const store = openedStore()
    const company = store.companies.ofSite(SITE)
    const { id } = followed(store)
    store.sources.change(id, { companyId: company.id })
    store.sources.remove(id)
    expect([store.companies.list(), store.companies.forgetUnneeded()]).toEqual([[], []])
    store.sources.restore(id)
    expect(store.companies.list()).toEqual([company])
  })
})
