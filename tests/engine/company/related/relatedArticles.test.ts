import { describe, expect, it } from 'vitest'
import { relatedArticles, sameStories, type RelatedSubject } from '../../../../electron/engine/company/related/relatedArticles.ts'
import { sharedWording, storySignature } from '../../../../electron/engine/company/related/storySignature.ts'
import { createMentionFinder } from '../../../../electron/engine/company/mentions/createMentionFinder.ts'
import { measureRelated } from '../../../bench/company/measureRelated.ts'
import { asSubject, sampleArticles, writtenStories } from '../../../bench/company/newsToRelate.ts'
import { DAY, type EpochMs } from '../../../../shared/time.ts'

const stories = writtenStories()
const finder = createMentionFinder([...new Set(stories.flatMap((story) => story.companies))].map((name) => ({ id: name, names: [name] })))
const subjects = stories.map((story) => asSubject(story, finder))

function subject(id: string): RelatedSubject {
  const found = subjects.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no story ${id}`)
  return found
}

describe('relatedArticles', () => {
  it('shows three to five, or none', () => {
    const lengths = new Set(subjects.map((one) => relatedArticles(one, subjects).length))
    for (const length of lengths) expect(length === 0 || (length >= 3 && length <= 5)).toBe(true)
    expect(lengths.size).toBeGreaterThan(1)
  })

  it('orders same story, same company, same topic, each with its reason', () => {
    const shown = relatedArticles(subject('merger-1'), subjects)
    expect(shown.map(({ id, reason }) => [id, reason.kind])).toEqual([
      ['merger-2', 'same-story'],
      ['harrow-results', 'same-company'],
      ['harrow-old', 'same-company'],
    ])
    expect(shown[1]?.reason).toEqual({ kind: 'same-company', companyId: 'Harrow Signals', company: 'Harrow Signals' })
  })

  it('shows nothing under an article that nothing belongs to', () => {
    expect(relatedArticles(subject('lone-en'), subjects)).toEqual([])
  })

  it('never shows the article itself, nor one twice', () => {
    const shown = relatedArticles(subject('merger-1'), [...subjects, ...subjects]).map(({ id }) => id)
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown).not.toContain('merger-1')
  })

  it('takes a company that is named in passing for no reason', () => {
    const passing = subjects.map((one) => ({
      ...one,
      companies: one.companies.map((company) => ({ ...company, inTitle: false, count: 1 })),
    }))
    const kinds = passing.flatMap((one) => relatedArticles(one, passing).map(({ reason }) => reason.kind))
    expect(kinds).not.toContain('same-company')
  })
})

describe('sameStories', () => {
  it('finds a story told in other words and in another language', () => {
    expect(
      sameStories(subject('auction-1'), subjects)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['auction-2', 'auction-zh'])
    expect(
      sameStories(subject('recall-zh'), subjects)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['recall-1', 'recall-2'])
  })

  it('does not take the same matter for the same story', () => {
    expect(sameStories(subject('harrow-results'), subjects)).toEqual([])
    expect(sameStories(subject('cable-background'), subjects)).toEqual([])
  })

  it('finds nothing when days lie between', () => {
    const late = subjects.map((one) => (one.id === 'merger-2' ? { ...one, at: (one.at - 5 * DAY) as EpochMs } : one))
    expect(sameStories(subject('merger-1'), late)).toEqual([])
  })

  it('finds a copy by its wording alone', () => {
    const copy: RelatedSubject = { ...subject('wifi'), id: 'copy', sourceId: 'elsewhere', terms: [] }
    expect(sameStories(subject('wifi'), [copy]).map(({ id }) => id)).toEqual(['copy'])
  })

  it('is right about the stories written for it, and nine in ten of what the sample edition shows belongs there', () => {
    const written = measureRelated(stories, (one, other) => one.topic === other.topic)
    expect(written.storiesRight / written.storiesWanted).toBeGreaterThanOrEqual(0.9)
    expect(written.storiesSaid).toBe(written.storiesRight)
    const { articles, belong } = sampleArticles()
    const sample = measureRelated(articles, belong)
    expect(sample.fitting / sample.shown).toBeGreaterThanOrEqual(0.9)
    expect(sample.storiesSaid).toBe(sample.storiesRight)
  })
})

describe('storySignature', () => {
  const text = stories.map((story) => story.text).join(' ')

  it('is the same for the same text, near for an edited one, far for another', () => {
    const edited = text.replace('Telnor took 120 MHz', 'Telnor won 120 MHz')
    expect(sharedWording(storySignature(text), storySignature(text))).toBe(1)
    expect(sharedWording(storySignature(text), storySignature(edited))).toBeGreaterThan(0.6)
    expect(sharedWording(storySignature(stories[0]?.text ?? ''), storySignature(stories[4]?.text ?? ''))).toBe(0)
  })

  it('is eight whole numbers of 32 bits, or none for a text too short to tell', () => {
    expect(storySignature(text)).toHaveLength(8)
    expect(storySignature(text).every((hash) => Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff)).toBe(true)
    expect(storySignature('Too short.')).toEqual([])
  })
})
