import { describe, expect, it } from 'vitest'
import { searchParts, withoutPart } from '../../shared/searchParts.ts'

describe('searchParts', () => {
  const words = { filter: null, unknownFilter: null }
  const rules: [string, object[]][] = [
    ['fibre', [{ text: 'fibre', isUnwanted: false, ...words }]],
    ['-"no deal"', [{ text: '"no deal"', isUnwanted: true, ...words }]],
    ['source:"Light Reading"', [{ filter: { kind: 'source', name: 'Light Reading' } }]],
    ['Source：中国电信', [{ filter: { kind: 'source', name: '中国电信' } }]],
    ['-tag:“board brief”', [{ isUnwanted: true, filter: { kind: 'tag', name: 'board brief' } }]],
    ['Collection:“two words”', [{ filter: { kind: 'collection', name: 'two words' } }]],
    ['is:UNREAD in:title', [{ filter: { kind: 'is', state: 'unread' } }, { filter: { kind: 'title' } }]],
    ['after:2020', day('after', 2020, 0, 1)],
    ['after:2020-11', day('after', 2020, 10, 1)],
    ['before:2020/11/17', day('before', 2020, 10, 17)],
    ['before:2020年11月17日', day('before', 2020, 10, 17)],
    ['after:２０２０', day('after', 2020, 0, 1)],
    ['after:2020-02-30', [{ filter: null, unknownFilter: 'after:2020-02-30' }]],
    ['after:yesterday', [{ filter: null, unknownFilter: 'after:yesterday' }]],
    ['is:old', [{ filter: null, unknownFilter: 'is:old' }]],
    ['-colour:red', [{ isUnwanted: true, filter: null, unknownFilter: 'colour:red' }]],
    ['https://news.example/a at 10:30 source:', [words, words, words, words]],
    ['', []],
  ]

  it.each(rules)('takes apart %j', (typed, parts) => {
    expect(searchParts(typed)).toMatchObject(parts)
  })

  it('says where each part stands, so that it can be taken away', () => {
    const typed = '  fibre  -source:“A b” is:saved  '
    const left = searchParts(typed).map((part) => withoutPart(typed, part))
    expect(left).toEqual(['-source:“A b” is:saved', 'fibre is:saved', 'fibre  -source:“A b”'])
  })
})

function day(kind: 'after' | 'before', ...of: [number, number, number]) {
  return [{ filter: { kind, day: new Date(...of).getTime() } }]
}
