import { describe, expect, it } from 'vitest'
import { xmlText } from '../../../renderer/state/xmlText.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0))
const wide = (text: string, isBig: boolean) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) => {
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )
// 通信 in GB 2312.
const gb = [0xcd, 0xa8, 0xd0, 0xc5]

describe('xmlText', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 without a declaration', utf8('<a>通信</a>'), '<a>通信</a>'],
    ['UTF-8 with a mark, which it drops', utf8('\uFEFF<a/>'), '<a/>'],
    ['UTF-16, little end first, with a mark', wide('\uFEFF<a>通</a>', false), '<a>通</a>'],
    ['UTF-16, big end first, with a mark', wide('\uFEFF<a>通</a>', true), '<a>通</a>'],
    ['UTF-16 without a mark', wide('<a>通</a>', false), '<a>通</a>'],
    [
      'a declared GB 2312',
      Uint8Array.from([...latin('<?xml version="1.0" encoding="gb2312"?><a>'), ...gb]),
      '<?xml version="1.0" encoding="gb2312"?><a>通信',
    ],
    [
      'a declared ISO 8859-1',
      latin("<?xml version='1.0' encoding='iso-8859-1'?><a>\u00e9"),
      "<?xml version='1.0' encoding='iso-8859-1'?><a>é",
    ],
    ['a declaration that lies', utf8('<?xml encoding="utf-16"?><a>通</a>'), '<?xml encoding="utf-16"?><a>通</a>'],
    ['an encoding that nobody knows', utf8('<?xml encoding="x-none"?><a>é</a>'), '<?xml encoding="x-none"?><a>é</a>'],
    ['old bytes without a declaration', latin('<a>caf\u00e9</a>'), '<a>café</a>'],
    ['nothing', new Uint8Array(), ''],
  ])('reads %s', (_what, bytes, text) => {
    expect(xmlText(bytes)).toBe(text)
  })
})
