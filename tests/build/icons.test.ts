import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { iconFiles } from '../../build/iconFiles.ts'
import { icnsOf, icoOf } from '../../build/iconContainers.ts'

const folder = new URL('../../build/icons/', import.meta.url)
const read = (name: string): Buffer => readFileSync(new URL(name, folder))
const sums = JSON.parse(read('sums.json').toString()) as Record<string, string>
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

describe('the icons', () => {
  // What fails here is mended by `node build/drawings.ts icons`.
  it.each(Object.keys(sums))('%s is the one that was drawn last', (name) => {
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sums[name])
  })

  it('are all those that are wanted, and no more', () => {
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:png|ico|icns)$/.test(name))
    expect(there.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual(iconFiles.map(({ name }) => name).toSorted())
  })

  it.each(iconFiles.filter(({ name }) => name.endsWith('.png')))('$name has its size', ({ name, sizes }) => {
    expect([read(name).readUInt32BE(16), read(name).readUInt32BE(20)]).toEqual([sizes[0], sizes[0]])
  })

  it.each(iconFiles.filter(({ name }) => name.endsWith('.ico')))('$name holds a picture of each size', ({ name, sizes }) => {
    expect(picturesOfIco(read(name)).map(sideOf)).toEqual(sizes)
  })

  it('newsdesk.icns holds a picture of each size, and is as long as it says', () => {
    const icns = read('newsdesk.icns')
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sides = blocksOf(icns).map(([, png]) => sideOf(png))
    expect([...new Set(sides)].toSorted((one, other) => one - other)).toEqual([16, 32, 64, 128, 256, 512, 1024])
  })
})

describe('icoOf', () => {
  it('refuses a picture that Windows could not name', () => {
    expect(() => icoOf([{ size: 512, png: PNG }])).toThrow('at most 256')
  })
})

describe('icnsOf', () => {
  it('names a picture for screens with one and with two pixels a point', () => {
    expect(blocksOf(icnsOf([{ size: 32, png: PNG }])).map(([name]) => name)).toEqual(['icp5', 'ic11'])
  })

  it('leaves out what macOS has no name for', () => {
    expect(blocksOf(icnsOf([{ size: 24, png: PNG }]))).toEqual([])
  })
})

function sideOf(png: Buffer): number {
  expect(png.subarray(0, 4)).toEqual(PNG)
  return png.readUInt32BE(16)
}

function picturesOfIco(ico: Buffer): Buffer[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index)
    return ico.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8))
  })
}

function blocksOf(icns: Buffer): (readonly [string, Buffer])[] {
  const blocks: (readonly [string, Buffer])[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    blocks.push([icns.toString('latin1', at, at + 4), icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))])
  return blocks
}
