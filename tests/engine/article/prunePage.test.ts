import { describe, expect, it } from 'vitest'
import { prunePage } from '../../../electron/engine/article/prunePage.ts'

describe('prunePage', () => {
  it.each([
    ['a menu', '<nav><ul><li>a</ul></nav><p>b', '<p>b'],
    ['a menu in a menu', '<NAV>a<nav>b</nav>c</NAV ><p>d', '<p>d'],
    ['a drawing', 'a<svg><path d=x /><title>t</title></svg>b', 'ab'],
    ['a drawing that closes itself', 'a<svg/>b', 'ab'],
    ['a script, whose tag stays', '<script>let a = "<p>"</script>b', '<script></script>b'],
    ['a style, whose tag stays', '<style media=x>p{}</style>b', '<style media=x></style>b'],
  ])('cuts %s', (_, html, expected) => expect(prunePage(html)).toBe(expected))

  it.each([
    '<script type="application/ld+json">{"a":1}</script>',
    '<nav><h1>Title</h1></nav>',
    '<nav><main><p>a</main></nav>',
    '<nav>not closed<p>a',
    '<svg>not closed',
    '<script>not closed',
    '<p>a</p>',
    '</nav>a',
  ])('leaves %s', (html) => expect(prunePage(html)).toBe(html))

  it('X08: is linear', () => {
    const start = process.cpuUsage()
    for (const html of ['<nav>', '<svg>', '</nav>', '<nav></nav', '<script></script>', '<script>']) prunePage(html.repeat(100_000))
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1_000).toBeLessThan(2_000)
  })
})
