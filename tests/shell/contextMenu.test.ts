import { describe, expect, it } from 'vitest'
import { contextTemplate, type Clicked } from '../../electron/shell/contextMenu.ts'
import { hostileAddresses } from './hostileAddresses.ts'

const nothing = {
  selectionText: '',
  linkURL: '',
  mediaType: 'none',
  hasImageContents: false,
  isEditable: false,
  editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
} as unknown as Clicked

function menu(clicked: Partial<Clicked>, language = 'en') {
  const done: string[] = []
  const items = contextTemplate({ ...nothing, ...clicked }, language, {
    search: (text) => done.push(`search ${text}`),
    open: (address) => done.push(`open ${address}`),
    copyAddress: (address) => done.push(`copy ${address}`),
    copyPicture: () => done.push('picture'),
  })
  for (const item of items) item.click?.({} as never, undefined, {})
  return { items, done, labels: items.map((item) => item.label ?? '-') }
}

describe('contextTemplate', () => {
  it('is empty where nothing of its business was clicked', () => {
    expect(menu({}).items).toEqual([])
  })

  it('copies and searches a selection', () => {
    const { labels, done, items } = menu({ selectionText: '  5G\n masts & ports ' })
    expect(labels).toEqual(['Copy', 'Search for “5G masts && ports”'])
    expect(done).toEqual(['search 5G masts & ports'])
    expect(items[0]?.role).toBe('copy')
  })

  it('shows the beginning of a long selection', () => {
    const { labels, done } = menu({ selectionText: 'word '.repeat(100) })
    expect(labels[1]?.length).toBeLessThan(60)
    expect(done[0]?.length).toBeLessThan(220)
  })

  it('opens and copies a link, and a picture in it', () => {
    const { labels, done } = menu({ linkURL: 'https://example.test/a', mediaType: 'image', hasImageContents: true })
    expect(labels).toEqual(['Open the link', 'Copy the address of the link', '-', 'Copy the picture'])
    expect(done).toEqual(['open https://example.test/a', 'copy https://example.test/a', 'picture'])
  })

  it.each(hostileAddresses.filter((each) => typeof each === 'string'))('R04 offers nothing for the link %j', (linkURL) => {
    expect(menu({ linkURL }).items).toEqual([])
  })

  it('has what a field needs, grey where it cannot be done', () => {
    const { items } = menu({ isEditable: true, selectionText: 'x' }, 'zh-CN')
    expect(items.map(({ role, label, enabled }) => [role, label, enabled])).toEqual([
      ['cut', '剪切', false],
      ['copy', '复制', false],
      ['paste', '粘贴', true],
      [undefined, undefined, undefined],
      ['selectAll', '全选', true],
    ])
  })
})
