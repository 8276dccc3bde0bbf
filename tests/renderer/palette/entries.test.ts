import { describe, expect, it } from 'vitest'
import type { ActionName } from '../../../shared/actions.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { allEntries, fittingGroups } from '../../../renderer/palette/entries.ts'
import { zh } from '../../../renderer/words/zh.ts'
import { fakeCompanies } from '../fakeCompanies.ts'
import { fakeNews } from '../fakeNews.ts'

const now = Date.UTC(2026, 10, 23) as EpochMs
const { sources, articles } = fakeNews(now)
const companies = fakeCompanies(sources, articles, now)

const searches = [{ id: 'kept', name: 'Fibre at sea', query: 'fibre cable' }]

function entries(offered: (action: ActionName) => boolean = () => true) {
  return allEntries({ t: (key) => zh[key], locale: 'zh-CN', sources, companies, searches, isOffered: offered })
}

describe('allEntries', () => {
  it('holds what can be done now, every folder and every source', () => {
    const ids = entries((action) => action === 'print').map((entry) => entry.id)
    expect(ids.filter((id) => id.startsWith('action-'))).toEqual(['action-print'])
    expect(ids.filter((id) => id.startsWith('source-'))).toHaveLength(sources.length)
    expect(ids).toContain('folder-Trade press')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves out the palette itself', () => {
    expect(entries().map((entry) => entry.id)).not.toContain('action-palette')
  })
})

describe('fittingGroups', () => {
  it('puts the part with the best line first', () => {
    expect(fittingGroups(entries(), '通信')[0]?.group).toBe('sources')
    expect(fittingGroups(entries(), '设置')[0]?.group).toBe('actions')
  })

  it('finds an action by its English name in Chinese', () => {
    const [best] = fittingGroups(entries(), 'refresh')
    expect(best?.entries[0]?.names[0]).toBe('刷新')
  })

  it('finds a source by its address', () => {
    expect(fittingGroups(entries(), 'tongxin.ex')[0]?.entries[0]?.id).toBe('source-tongxin')
  })

  it('finds a company by another of its names, and leads to its page', () => {
    const best = fittingGroups(entries(), '新泰')[0]
    expect(best?.group).toBe('companies')
    expect(best?.entries[0]?.aim).toEqual({ kind: 'view', view: { kind: 'company', id: 'sintai' } })
  })

  it('finds a kept search by its name and by its words, and leads to it', () => {
    for (const typed of ['at sea', 'fibre cable']) {
      const best = fittingGroups(entries(), typed)[0]
      expect(best?.entries[0]?.aim).toEqual({ kind: 'view', view: { kind: 'search', query: 'fibre cable', keptId: 'kept' } })
    }
  })

  it('has no empty part', () => {
    expect(fittingGroups(entries(), 'zzzzz')).toEqual([])
    expect(fittingGroups(entries(), '').every((group) => group.entries.length > 0)).toBe(true)
  })
})
