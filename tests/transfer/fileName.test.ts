import { describe, expect, it } from 'vitest'
import { safeFileName, safeWholeName } from '../../shared/fileName.ts'

describe('safeFileName', () => {
  it.each([
    ['Sintai opens a lab', 'Sintai opens a lab.md'],
    ['5G/6G: what “open” means?', '5G 6G what “open” means.md'],
    ['新泰通信发布新产品', '新泰通信发布新产品.md'],
    ['a\\b|c*d<e>f', 'a b c d e f.md'],
    ['line\none\tand\u0000two', 'line one and two.md'],
    ['  .hidden. ', 'hidden.md'],
    ['CON', '_CON.md'],
    ['com1.report', '_com1.report.md'],
    ['LPT¹', '_LPT¹.md'],
    ['Console', 'Console.md'],
    ['invoice\u202Egnp.exe', 'invoicegnp.exe.md'],
    ['a\u200Bb\uFEFFc\u2066d\u061Ce', 'abcde.md'],
    ['half \uD83D pair', 'half \uFFFD pair.md'],
    ['e\u0301', 'é.md'],
    ['', 'file.md'],
    ['...', 'file.md'],
    ['/', 'file.md'],
  ])('makes “%s” a plain name', (raw, name) => expect(safeFileName(raw, 'md')).toBe(name))

  it('cuts a long name between characters, not within one', () => {
    const long = safeFileName('光'.repeat(300), 'html')
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(180)
    expect(long).toMatch(/^光+\.html$/)
    expect(safeFileName('😀'.repeat(200)).isWellFormed()).toBe(true)
    expect(safeFileName('x'.repeat(300), 'md')).toBe(`${'x'.repeat(100)}.md`)
  })
})

describe('safeWholeName', () => {
  it.each([
    ['list.opml', 'list.opml'],
    ['C:\\fakepath\\list.OPML', 'list.opml'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['NUL.zip', '_NUL.zip'],
    [`${'a'.repeat(400)}.zip`, `${'a'.repeat(100)}.zip`],
  ])('makes “%s” a plain name with its end', (raw, name) => expect(safeWholeName(raw)).toBe(name))
})
