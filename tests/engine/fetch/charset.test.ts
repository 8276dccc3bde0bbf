import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/engine/fetch/charset.ts'

const russian = 'Оператор связи открыл новую сеть пятого поколения в шести городах и обещает связь без перебоев'
const japanese = '通信会社は新しい基地局を六つの都市で開設し、来年までに全国へ広げると発表した。'
const korean = '통신 회사는 여섯 도시에 새 기지국을 열었으며 내년까지 전국으로 넓힐 계획이라고 밝혔다'
const chinese = '通信公司在六个城市开通了新的基站，并计划明年推广到全国各地。'
const traditional = '通信公司在六個城市開通了新的基地臺，並計劃明年推廣到全國各地。'
const western = 'L’opérateur élargit son réseau à six villes, déjà “équipées” – dès l’été'

/** The same texts, encoded beforehand by another program; the tests' platform can only decode. */
const encoded = JSON.parse(readFileSync(new URL('../../fixtures/charset/texts.json', import.meta.url), 'utf8')) as Record<string, string>

function bytesOf(encoding: string): Buffer {
  return Buffer.from(encoded[encoding] ?? '', 'base64')
}

function xml(text: Uint8Array, declaration = ''): Buffer {
  const start = `<?xml version="1.0"${declaration === '' ? '' : ` encoding="${declaration}"`}?><rss><channel><title>`
  return Buffer.concat([Buffer.from(start), text, Buffer.from('</title></channel></rss>')])
}

function utf32(text: string, isLittle: boolean): Buffer {
  const characters = Array.from(text)
  const buffer = Buffer.alloc(characters.length * 4)
  for (const [place, character] of characters.entries()) {
    if (isLittle) buffer.writeUInt32LE(character.codePointAt(0) ?? 0, place * 4)
    else buffer.writeUInt32BE(character.codePointAt(0) ?? 0, place * 4)
  }
  return buffer
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16(text).swap16()

describe('decodeText', () => {
  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1252', western],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['iso-2022-jp', japanese],
    ['euc-kr', korean],
    ['gb2312', chinese],
    ['gb18030', chinese],
    ['big5', traditional],
  ])('reads %s as the document declares (F10)', (encoding, text) => {
    expect(decodeText(xml(bytesOf(encoding), encoding), null, 'xml')).toContain(`<title>${text}</title>`)
  })

  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1252', western],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
    ['gb18030', chinese],
    ['big5', traditional],
  ])('reads %s that only the header declares, and with no word at all (F10)', (encoding, text) => {
    expect(decodeText(xml(bytesOf(encoding)), `text/xml; charset="${encoding.toUpperCase()}"`, 'xml')).toContain(text)
    expect(decodeText(xml(bytesOf(encoding)), 'text/xml', 'xml')).toContain(text)
    expect(decodeText(xml(bytesOf(encoding)), null, 'html')).toContain(text)
  })

  const sentence = `<?xml version="1.0"?><t>${russian} 𝒩</t>`
  it.each([
    ['UTF-16LE with a mark', utf16(`\ufeff${sentence}`)],
    ['UTF-16LE', utf16(sentence)],
    ['UTF-16BE with a mark', utf16be(`\ufeff${sentence}`)],
    ['UTF-16BE', utf16be(sentence)],
    ['UTF-32LE with a mark', utf32(`\ufeff${sentence}`, true)],
    ['UTF-32LE', utf32(sentence, true)],
    ['UTF-32BE with a mark', utf32(`\ufeff${sentence}`, false)],
    ['UTF-32BE', utf32(sentence, false)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`)],
    ['UTF-8', Buffer.from(sentence)],
  ])('reads %s whatever the header says, and drops the mark (F10)', (_name, bytes) => {
    expect(decodeText(bytes, 'text/xml; charset=koi8-r', 'xml')).toBe(sentence)
  })

  it('reads JSON in UTF-16 without a mark', () => {
    expect(decodeText(utf16('{"title":"新"}'), 'application/json', 'json')).toBe('{"title":"新"}')
  })

  it('believes clean UTF-8 more than a declaration (F10)', () => {
    expect(decodeText(xml(Buffer.from(japanese), 'shift_jis'), 'text/xml; charset=euc-kr', 'xml')).toContain(japanese)
  })

  it('lets the bytes decide where header and document differ (F10)', () => {
    expect(decodeText(xml(bytesOf('koi8-r'), 'windows-1251'), 'text/xml; charset=koi8-r', 'xml')).toContain(russian)
    expect(decodeText(xml(bytesOf('koi8-r'), 'koi8-r'), 'text/xml; charset=windows-1251', 'xml')).toContain(russian)
    expect(decodeText(xml(bytesOf('euc-kr'), 'utf-8'), 'text/xml; charset=euc-kr', 'xml')).toContain(korean)
    expect(decodeText(xml(bytesOf('windows-1251'), 'shift_jis'), null, 'xml')).toContain(russian)
  })

  it.each(['charset=gb2312', 'charset="GB2312"', "http-equiv='Content-Type' content='text/html; charset=gb2312'"])(
    'reads an HTML page by <meta %s>',
    (attributes) => {
      const page = Buffer.concat([Buffer.from(`<!doctype html><html><head><meta ${attributes}><title>`), bytesOf('gb2312')])
      expect(decodeText(page, 'text/html', 'html')).toContain(chinese)
    },
  )

  it.each(['x-martian', 'utf-7', 'UTF-16', '%%%', ''])('goes on without throwing where the label is “%s” (F10)', (label) => {
    expect(decodeText(xml(Buffer.from(japanese), label), `text/xml; charset=${label}`, 'xml')).toContain(japanese)
    expect(decodeText(xml(bytesOf('windows-1252'), label), `text/xml; charset=${label}`, 'xml')).toContain(western)
  })

  it('never decodes UTF-7 (F10)', () => {
    const bytes = xml(Buffer.from('+ADw-script+AD4-'), 'utf-7')
    expect(decodeText(bytes, 'text/xml; charset=utf-7', 'xml')).toContain('+ADw-script+AD4-')
  })

  it('keeps UTF-8 with one broken byte as UTF-8', () => {
    const bytes = xml(Buffer.concat([Buffer.from(japanese), Buffer.of(0xe9), Buffer.from(` ${japanese}`)]), 'utf-8')
    expect(decodeText(bytes, null, 'xml')).toContain(`${japanese}\ufffd ${japanese}`)
  })

  it('reads windows-1252 punctuation passed off as Latin-1 or as Unicode', () => {
    expect(decodeText(xml(Buffer.from([0x64, 0x6f, 0x6e, 0x92, 0x74]), 'iso-8859-1'), null, 'xml')).toContain('don’t')
    expect(decodeText(xml(Buffer.from('don\u0092t')), null, 'xml')).toContain('don’t')
  })

  it('believes Latin-1 more than a guess of another Latin alphabet', () => {
    expect(decodeText(xml(Buffer.from('Mañana', 'latin1'), 'iso-8859-1'), null, 'xml')).toContain('Mañana')
  })

  it('reads nothing as nothing, and noise as something', () => {
    expect(decodeText(new Uint8Array(), null, 'xml')).toBe('')
    const noise = Uint8Array.from({ length: 5_000 }, (_value, place) => (place * 7_919) % 251)
    expect(decodeText(noise, 'text/xml; charset=big5', 'xml').length).toBeGreaterThan(0)
  })
})
