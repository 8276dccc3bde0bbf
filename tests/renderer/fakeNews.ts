import type { Article, ArticleRow } from '../../shared/contract/article.ts'
import type { MissingPart } from '../../shared/contract/missing.ts'
import type { Source } from '../../shared/contract/source.ts'
import { DAY, HOUR, later, type EpochMs } from '../../shared/time.ts'

/** What a made-up publisher writes about. */
const publishers = [
  { id: 'sintai', title: 'Sintai Communication', category: 'company', folder: null, host: 'sintai.example' },
  { id: 'telecom-weekly', title: 'Telecom Weekly', category: 'industry', folder: 'Trade press', host: 'weekly.example' },
  { id: 'standards', title: 'Standards Watch', category: 'industry', folder: 'Trade press', host: 'standards.example' },
  {
    id: 'fibre',
    title: 'The Fibre Letter: passive networks and what is new in the ground',
    category: 'industry',
    folder: 'Trade press',
    host: 'fibre.example',
  },
  { id: 'spectrum', title: 'Spectrum Office', category: 'industry', folder: 'Regulators', host: 'spectrum.example' },
  { id: 'tongxin', title: '通信产业观察', category: 'industry', folder: '中文', host: 'tongxin.example' },
  { id: 'harbour', title: 'Harbour Data Centres', category: 'company', folder: 'Customers', host: 'harbour.example' },
] as const

const headlines: readonly (readonly [source: string, title: string, excerpt: string])[] = [
  [
    'sintai',
    'Outdoor cabinet for small cells passes salt-fog and earthing tests',
    'The cabinet holds two radios and a battery, closes with one key, and has been on a quay for a winter without rust.',
  ],
  [
    'telecom-weekly',
    'Operators agree on shared ducts for the ring road, and on who repairs them',
    'Three operators will pull fibre through one trench. A fourth keeps its own, which the city calls a pity and the operator calls insurance.',
  ],
  [
    'tongxin',
    '室外机柜标准征求意见：盐雾与接地要求同时提高',
    '新版标准把沿海地区的盐雾试验从四百八十小时延长到七百二十小时，并首次写入基站共用接地的测量方法。',
  ],
  [
    'standards',
    'Time synchronisation: a profile for networks that have no satellite in view',
    'The draft describes how a clock is carried over four hops with an error below one microsecond.',
  ],
  [
    'spectrum',
    'Consultation on the upper 6 GHz band closes on Friday',
    'Answers so far are almost evenly divided between licensed and unlicensed use.',
  ],
  [
    'fibre',
    'Why a patch cord costs what it costs',
    'Ferrules, polish, insertion loss and a drawer full of returns: a short tour of a small part.',
  ],
  [
    'harbour',
    'Second hall opens with air from the harbour and no compressors',
    'On two hundred and ninety days a year the outside air is cold enough.',
  ],
  [
    'telecom-weekly',
    'Base stations by quarter: growth slows, upgrades do not',
    'Fewer new sites were built than in any quarter since 2019, yet the number of radios rose by a tenth.',
  ],
  ['tongxin', '五季度基站数据：新建放缓，升级加快', '新站数量为近年最低，射频单元却增长一成。'],
  [
    'sintai',
    'Training day for installers: earthing, splicing and paperwork',
    'Forty installers from nine companies came to the workshop in the old classroom.',
  ],
  ['standards', 'What the new connector test leaves out', 'Dust.'],
  ['fibre', 'One trench, four colours', 'A walk along a building site with a person who knows which pipe is whose.'],
]

const DAYS = 9
const PER_DAY = 7

/** The moment in which the made-up news is read. */
export type FakeNews = { readonly sources: readonly Source[]; readonly articles: readonly Article[] }

/** About sixty articles of seven sources, up to `now`. */
export function fakeNews(now: EpochMs, count = DAYS * PER_DAY): FakeNews {
  const articles = Array.from({ length: count }, (_, index) => article(index, now))
  return { sources: publishers.map((publisher, index) => source(publisher, index, articles, now)), articles }
}

function source(publisher: (typeof publishers)[number], index: number, articles: readonly Article[], now: EpochMs): Source {
  const own = articles.filter((each) => each.sourceId === publisher.id)
  const isFailing = publisher.id === 'spectrum'
  return {
    id: publisher.id,
    kind: index === 0 ? 'newsroom' : 'feed',
    title: publisher.title,
    url: `https://${publisher.host}/news`,
    siteUrl: `https://${publisher.host}/`,
    category: publisher.category,
    folder: publisher.folder,
    companyId: publisher.category === 'company' ? publisher.id : null,
    checkEvery: null,
    keepsPictures: true,
    unread: own.filter((each) => !each.isRead).length,
    total: own.length,
    addedAt: ago(now, 30 * DAY),
    health: {
      state: isFailing ? 'failing' : 'ok',
      sentence: isFailing ? 'The server has trouble of its own (503).' : '',
      failure: isFailing ? { kind: 'refused', sentence: 'The server has trouble of its own (503).', status: 503, retryAt: null } : null,
      failuresInRow: isFailing ? 3 : 0,
      lastSuccessAt: ago(now, 2 * HOUR),
      lastCheckedAt: ago(now, HOUR),
      nextCheckAt: later(now, HOUR),
    },
  }
}

function article(index: number, now: EpochMs): Article {
  const [sourceId, title, excerpt] = headlines[index % headlines.length]!
  const publisher = publishers.find((each) => each.id === sourceId)!
  const at = ago(now, index * (DAY / PER_DAY) + HOUR / 3)
  return {
    ...row(index, at),
    sourceId,
    sourceTitle: publisher.title,
    category: publisher.category,
    title,
    excerpt,
    ...text(index, at, sourceId, excerpt),
  }
}

function row(index: number, at: EpochMs): Omit<ArticleRow, 'sourceId' | 'sourceTitle' | 'category' | 'title' | 'excerpt'> {
  return {
    id: `article-${index}`,
    url: `https://weekly.example/2020/11/${index}`,
    author: index % 3 === 1 ? 'Staff of the paper' : null,
    publishedAt: index % 11 === 6 ? null : at,
    listedAt: at,
    firstSeenAt: at,
    isRead: index % 4 === 2 || index > 30,
    isSaved: index % 9 === 1,
    offline: index % 10 === 8 ? 'partial' : index % 10 === 9 ? 'none' : 'ready',
    missing: index % 10 === 8 ? 'pictures-refused' : index % 10 === 9 ? 'text-absent' : null,
    thumbnail: index % 3 === 0 ? picturePath(index) : null,
    caughtBy: index % 7 === 2 ? [{ ruleId: 'ducts', name: 'Ducts and cabinets', isMuting: false }] : [],
  }
}

function text(index: number, at: EpochMs, sourceId: string, excerpt: string) {
  const isChinese = sourceId === 'tongxin'
  const html = index % 10 === 9 ? '' : isChinese ? chinese(index) : english(index, excerpt)
  return {
    updatedAt: index % 5 === 0 ? later(at, DAY) : null,
    siteUrl: 'https://weekly.example/',
    language: isChinese ? 'zh-CN' : 'en',
    html,
    text: html.replace(/<[^>]+>/g, ' '),
    origin: index % 2 === 0 ? ('page' as const) : ('feed' as const),
    origins: index % 2 === 0 ? (['feed', 'page'] as const).slice() : (['feed'] as const).slice(),
    images: [],
    lacks: lacksOf(index),
    categories: index % 2 === 0 ? ['5G', 'Base stations', 'Outdoor equipment'] : [],
    related: [`article-${index + 1}`, `article-${index + 3}`, `article-${index + 4}`],
    readTo: 0,
    note: index % 9 === 1 ? 'For the bid in March: quote the earthing figures.' : null,
    tags: index % 9 === 1 ? ['bid', 'earthing'] : [],
    collectionId: index % 9 === 1 ? 'biaozhun' : null,
    savedAt: index % 9 === 1 ? later(at, HOUR) : null,
  }
}

function lacksOf(index: number): MissingPart[] {
  if (index % 10 === 9) return [{ reason: 'text-absent', count: 1 }]
  if (index % 10 !== 8) return []
  return [
    { reason: 'pictures-refused', count: 2 },
    { reason: 'pictures-let-go', count: 1 },
  ]
}

/** Where the page for looking at screens serves a drawn picture. */
export function picturePath(index: number): string {
  return `/img/${String(index % 8).padStart(64, '0')}`
}

function english(index: number, excerpt: string): string {
  return `
<figure><img src="${picturePath(index)}" alt="A base station among hills" width="1200" height="675"><figcaption>A site above the valley. Drawing: Newsdesk.</figcaption></figure>
<p>${excerpt} The figures come from a report that was laid before the city last week, and they are the first of their kind.</p>
<p>Nobody expected them to be <em>this</em> clear. In the <a href="https://weekly.example/report?utm_source=feed">report itself</a> there are two tables and a map, and the map is the part that people will quarrel over. <strong>Nothing is decided yet.</strong></p>
<h2>What was measured</h2>
<p>Each site was visited twice, once dry and once after rain, with the same instrument. The method follows recommendation <code>K.56</code> where it can; where it cannot, the report says so.</p>
<table><caption>Resistance to earth, by kind of ground</caption><thead><tr><th scope="col">Ground</th><th scope="col">Sites</th><th scope="col">Dry, Ω</th><th scope="col">Wet, Ω</th></tr></thead>
<tbody><tr><td>Clay</td><td>41</td><td>3.1</td><td>1.9</td></tr><tr><td>Sand</td><td>28</td><td>9.4</td><td>6.2</td></tr><tr><td>Rock</td><td>12</td><td>22.0</td><td>20.7</td></tr></tbody></table>
<blockquote><p>A cabinet does not fail in a storm. It fails in the spring after, when the water that came in has done its work.</p></blockquote>
<h3>Three things to do</h3>
<ul><li>Measure again in spring, and write it down.</li><li>Share the earth of the mast, not of the fence.</li><li>Ask for the certificate before the invoice.</li></ul>
<p>What follows is the command that prints the readings of a meter, for those who have the same one:</p>
<pre><code>meter --read 12 --unit ohm \\
  --out readings.csv</code></pre>
<p>${'The rest of the story is a matter of money, patience and weather, in an order that changes from year to year. '.repeat(4)}</p>
<ol><li>First the trench.</li><li>Then the pipe.</li><li>Then, with luck, the fibre.</li></ol>
<hr>
<p>The next measurement is planned for the spring.</p>`
}

function chinese(index: number): string {
  return `
<figure><img src="${picturePath(index)}" alt="" width="1200" height="675"><figcaption>山谷上方的基站。插图：Newsdesk</figcaption></figure>
<p>新版标准把沿海地区的盐雾试验从四百八十小时延长到七百二十小时，并首次写入基站共用接地的测量方法。征求意见期为三十天，意见可以通过协会网站提交。</p>
<h2>主要变化</h2>
<p>与上一版相比，新标准有三处变化：试验时间、接地电阻的测量季节，以及门锁的数量。起草组认为，第二处变化的影响最大，因为许多站点只在干燥季节做过一次测量。</p>
<blockquote><p>机柜不是在暴风雨里坏的，而是在第二年春天。</p></blockquote>
<ul><li>盐雾试验：720 小时</li><li>接地电阻：旱季与雨季各测一次</li><li>门锁：一把钥匙开所有的门</li></ul>
<p>${'业内人士表示，延长试验时间会增加成本，但可以减少返修。'.repeat(6)}</p>`
}

/** The moment so many milliseconds before another. */
export function ago(at: EpochMs, milliseconds: number): EpochMs {
  return (at - milliseconds) as EpochMs
}

/** An article as lists show it. */
export function rowOf(each: Article): ArticleRow {
  const { id, sourceId, sourceTitle, category, title, url, author, publishedAt, listedAt, firstSeenAt, isRead, isSaved } = each
  const { offline, missing, excerpt, thumbnail, caughtBy } = each
  return {
    id,
    sourceId,
    sourceTitle,
    category,
    title,
    url,
    author,
    publishedAt,
    listedAt,
    firstSeenAt,
    isRead,
    isSaved,
    offline,
    missing,
    excerpt,
    thumbnail,
    caughtBy,
  }
}
