import type { Category, SourceKind } from '../../../shared/contract/schemas.ts'

/** A source that the sample edition offers, as `add sample:` follows it. */
export interface SampleSource {
  readonly address: string
  readonly kind: SourceKind
  readonly title: string
  readonly category: Category
  readonly folder: string
}

/** A company's site and two industry feeds. */
export const sampleSources: readonly SampleSource[] = [
  {
    address: 'sample://sintai/news/',
    kind: 'newsroom',
    title: 'Sintai Communication',
    category: 'company',
    folder: 'Sample edition',
  },
  {
    address: 'sample://telecom-weekly/feed.xml',
    kind: 'feed',
    title: 'Telecom Weekly',
    category: 'industry',
    folder: 'Sample edition',
  },
  {
    address: 'sample://standards-watch/atom.xml',
    kind: 'feed',
    title: 'Standards Watch',
    category: 'industry',
    folder: 'Sample edition',
  },
]
