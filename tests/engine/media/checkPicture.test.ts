import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPicture } from '../../../electron/engine/media/checkPicture.ts'
import { pictureSize } from '../../../electron/engine/media/pictureSize.ts'
import { pictureType } from '../../../shared/pictureType.ts'
import { failed, ok } from '../../../shared/result.ts'

const sample = new URL('../../../build/sample/', import.meta.url).pathname
const drawn = globSync('**/*.{png,jpg,webp}', { cwd: sample }).map((file) => join(sample, file))

describe('checkPicture', () => {
  it('takes every picture of the sample edition', () => {
    expect(drawn.length).toBeGreaterThan(3)
    expect(drawn.filter((file) => !checkPicture(readFileSync(file)).ok)).toEqual([])
  })

  it('D16: refuses the same pictures cut off anywhere in their second half', () => {
    for (const file of drawn) {
      const whole = readFileSync(file)
      expect([file, checkPicture(whole.subarray(0, Math.floor(whole.length * 0.7)))]).toEqual([file, failed('damaged')])
    }
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'other'],
    ['a page that calls itself a picture', '<!doctype html><script>1</script>', 'other'],
    ['a GIF that is a script', 'GIF89a/*', 'damaged'],
    ['nothing', '', 'other'],
    ['a header that is cut off', '\u0089PNG\r\n\u001a\n', 'damaged'],
  ])('X07: refuses %s', (_, text, fault) => {
    expect(checkPicture(Buffer.from(text, 'latin1'))).toEqual(failed(fault))
  })

  it('X07: refuses a small file that stands for 50,000 × 50,000 pixels', () => {
    expect(checkPicture(pngOf(50_000, 50_000))).toEqual(failed('large'))
    expect(checkPicture(pngOf(5_000, 5_000))).toEqual(ok('image/png'))
  })

  it('X06: refuses a tracking pixel', () => {
    expect(checkPicture(pngOf(1, 1))).toEqual(failed('pixel'))
  })

  it('D16: takes an AVIF with all its boxes, and refuses one that is cut off in the last', () => {
    const whole = avifOf(640, 480)
    expect(checkPicture(whole)).toEqual(ok('image/avif'))
    expect(checkPicture(whole.subarray(0, whole.length - 9))).toEqual(failed('damaged'))
  })
})

describe('pictureSize', () => {
  it('reads the three forms of WebP', () => {
    const extended = Buffer.from('RIFF....WEBPVP8X........')
    expect(pictureSize(Buffer.concat([extended, Buffer.from([0x8f, 0x01, 0, 0x2b, 0x01, 0])]), 'image/webp')).toEqual({
      width: 400,
      height: 300,
    })
    const lossy = Buffer.concat([Buffer.from('RIFF....WEBPVP8 ....'), Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 0x90, 0x01, 0x2c, 0x01])])
    expect(pictureSize(lossy, 'image/webp')).toEqual({ width: 400, height: 300 })
    const lossless = Buffer.concat([Buffer.from('RIFF....WEBPVP8L....'), Buffer.from([0x2f, 0x8f, 0xc1, 0x4a, 0x00])])
    expect(pictureSize(lossless, 'image/webp')).toEqual({ width: 400, height: 300 })
  })

  it('reads an AVIF by its spatial extents', () => {
    const size = Buffer.alloc(12)
    size.writeUInt32BE(640, 4)
    size.writeUInt32BE(480, 8)
    const file = Buffer.concat([Buffer.from('\0\0\0\u0018ftypavif'), Buffer.from('ispe'), size, Buffer.alloc(16)])
    expect([pictureType(file), pictureSize(file, 'image/avif')]).toEqual(['image/avif', { width: 640, height: 480 }])
  })
})

/** An AVIF's boxes: its brand, its size, and its data, which is empty. */
function avifOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(12)
  size.writeUInt32BE(width, 4)
  size.writeUInt32BE(height, 8)
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), box('meta', box('ispe', size)), box('mdat', Buffer.alloc(64))])
}

/** A PNG's header and end, with nothing between. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(25)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), header, Buffer.from('\0\0\0\0IEND\u00aeB`\u0082', 'latin1')])
}

/** A box of an ISO file: its length, its name, and what is in it. */
function box(name: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4)
  return Buffer.concat([head, body])
}
