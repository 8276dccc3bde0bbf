import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PdfJoin } from '../../../electron/shell/pdf/joinPdfs.ts'
import { readPdf } from '../../../electron/shell/pdf/readPdf.ts'
import { renumbered } from '../../../electron/shell/pdf/renumber.ts'
import { checkedPdf } from '../../fixtures/checkedPdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'newsdesk-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A PDF of one page as Chromium writes it: a place, a link to another, a bookmark, an element with a name, and a stream. */
function pdfOf(name: string, linkTo: string): Buffer {
  const objects = [
    '<</Title (On 3 0 R and \\(node7\\))>>',
    '<</Type /Page\n/Annots [3 0 R]\n/Contents 4 0 R\n/StructParents 0\n/Parent 5 0 R>>',
    `<</Type /Annot\n/Subtype /Link\n/Dest /${linkTo}\n/StructParent 1>>`,
    '<</Length 11>> stream\n(2 0 R) Tj \nendstream',
    '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
    `<</${name} [2 0 R /XYZ 0 842 0]>>`,
    '<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTreeNextKey 2\n/ParentTree 9 0 R\n/IDTree 10 0 R>>',
    '<</Type /StructElem\n/S /Document\n/P 7 0 R\n/K [<</Type /MCR\n/Pg 2 0 R\n/MCID 0>>]\n/ID (node00000001)>>',
    '<</Type /ParentTree\n/Nums [0 11 0 R 1 8 0 R]>>',
    '<</Kids [12 0 R]>>',
    '[8 0 R]',
    '<</Limits [(node00000001) (node00000001)]\n/Names [(node00000001) 8 0 R]>>',
    `<</Title (${name})\n/Dest [2 0 R /XYZ 0 842 0]\n/Parent 14 0 R\n/SE 8 0 R>>`,
    '<</Type /Outlines\n/First 13 0 R\n/Last 13 0 R\n/Count 1>>',
    '<</Type /Catalog\n/Pages 5 0 R\n/Dests 6 0 R\n/StructTreeRoot 7 0 R\n/Outlines 14 0 R\n/Lang (en)>>',
  ].map((text, index) => `${index + 1} 0 obj\n${text}\nendobj\n`)
  const head = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'
  const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join('').length)
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = head.length + objects.join('').length
  const trailer = 'trailer\n<</Size 16\n/Root 15 0 R\n/Info 1 0 R>>\n'
  const text = `${head}${objects.join('')}xref\n0 16\n0000000000 65535 f \n${lines}${trailer}startxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

async function joined(...parts: readonly Buffer[]): Promise<Buffer> {
  const path = join(folder, `${Math.random()}.pdf`)
  const whole = await PdfJoin.begin(path)
  for (const part of parts) await whole.add(part)
  await whole.finish()
  return readFileSync(path)
}

describe('PdfJoin', () => {
  it('puts the pages of each behind those before, and breaks nothing that leads from one to another', async () => {
    const whole = await joined(pdfOf('one', 'three'), pdfOf('two', 'one'), pdfOf('three', 'two'))
    expect(checkedPdf(whole)).toEqual({
      pages: 3,
      bookmarks: ['one', 'two', 'three'],
      places: { one: 0, two: 1, three: 2 },
      links: ['three', 'one', 'two'],
      faults: [],
    })
  })

  it('keeps the title of the first and its language, and leaves what strings and streams hold as it was', async () => {
    const { objects, info, catalog } = readPdf(await joined(pdfOf('one', 'two'), pdfOf('two', 'one')))
    expect(objects.get(info ?? 0)?.text).toBe('<</Title (On 3 0 R and \\(node7\\))>>')
    expect(objects.get(catalog)?.text).toContain('/Lang (en)')
    expect([...objects.values()].flatMap(({ stream }) => stream?.toString() ?? [])).toEqual([
      'stream\n(2 0 R) Tj \nendstream\n',
      'stream\n(2 0 R) Tj \nendstream\n',
    ])
  })

  it('leaves a single one as it is to whoever reads it', async () => {
    expect(checkedPdf(await joined(pdfOf('one', 'one')))).toEqual(checkedPdf(pdfOf('one', 'one')))
  })
})

describe('readPdf', () => {
  const whole = pdfOf('one', 'one').toString('latin1')
  it.each([
    ['is no PDF', 'A cable'],
    ['was cut off', whole.slice(0, -200)],
    ['keeps its table in a stream', whole.replace('xref\n0 16', '9 0 obj')],
    ['has objects elsewhere than it says', whole.replace('1 0 obj', '1  0 obj')],
  ])('refuses a document that %s, and guesses nothing', (_, text) => {
    expect(() => readPdf(Buffer.from(text, 'latin1'))).toThrow('not of the form that Chromium writes')
  })
})

describe('renumbered', () => {
  const change = { numberOf: (number: number) => number + 100, firstKey: 7, prefix: 'part00002node' }
  it.each([
    ['/Kids [1 0 R 22 0 R]', '/Kids [101 0 R 122 0 R]'],
    ['/Nums [0 451 0 R 1 452 0 R]', '/Nums [0 551 0 R 1 552 0 R]'],
    ['/Title (see 1 0 R \\(or 2 0 R\\))', '/Title (see 1 0 R \\(or 2 0 R\\))'],
    ['/Title <FEFF0031>', '/Title <FEFF0031>'],
    ['/StructParents 3', '/StructParents 10'],
    ['/StructParent 0>>', '/StructParent 7>>'],
    ['/Headers [(node00000112)]', '/Headers [(part00002node00000112)]'],
    ['/Title (about node00000112)', '/Title (about node00000112)'],
  ])('makes %s into %s', (before, after) => {
    expect(renumbered(before, change)).toBe(after)
  })
})
