import { describe, expect, it } from 'vitest'
import { placesOf, wordsToMark } from '../../../renderer/reading/markFound.ts'

describe('wordsToMark', () => {
  it.each([
    ['Fibre -sea source:sintai is:unread', ['fibre']],
    ['“New CABLE” 光纤', ['new cable', '光纤']],
    ['colour:red', ['colour:red']],
    ['after:2020 - "" ', []],
  ])('takes from %j what is wanted', (query, words) => {
    expect(wordsToMark(query)).toEqual(words)
  })
})

describe('placesOf', () => {
  it.each([
    ['A café, the CAFÉS, decaf', ['cafe'], ['café', 'CAFÉ']],
    ['中国光纤网络', ['光纤'], ['光纤']],
    ['Η Αθήνα και η Αθηνά', ['αθηνα'], ['Αθήνα', 'Αθηνά']],
    ['ﬁbre and fibre', ['fibre'], ['ﬁbre', 'fibre']],
    ['nothing here', ['fibre'], []],
  ])('finds in %j', (text, words, found) => {
    expect(placesOf(text, words).map(([from, to]) => text.slice(from, to))).toEqual(found)
  })
})
