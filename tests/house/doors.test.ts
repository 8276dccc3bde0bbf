import { existsSync, mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDoorTable } from './doorTable.ts'
import { circles, strangers, trespasses } from './trespasses.ts'

const root = new URL('../..', import.meta.url).pathname
const rooms = readDoorTable(readFileSync(join(root, 'docs/house.md'), 'utf8'))

describe('the house', () => {
  it('has no import through a wall', () => {
    expect(trespasses(root, rooms)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(circles(root)).toEqual([])
  })

  it('has no file outside the rooms of docs/house.md', () => {
    expect(strangers(root, rooms)).toEqual([])
  })

  it('names only rooms that stand', () => {
    expect(rooms.filter((room) => !existsSync(join(root, room.folder))).map((room) => room.folder)).toEqual([])
  })
})

describe('the house test itself', () => {
  it('sees a type import through a wall', () => {
    const place = houseOf({ 'electron/engine/store/a.ts': "import type { X } from '../fetch/b.ts'", 'electron/engine/fetch/b.ts': '' })
    expect(trespasses(place, rooms)).toEqual(['electron/engine/store/a.ts → electron/engine/fetch/b.ts'])
  })

  it('sees SQL outside the store and Electron outside the shell', () => {
    const place = houseOf({ 'shared/a.ts': "import 'node:sqlite'", 'electron/gate/b.ts': "import { app } from 'electron'" })
    expect(trespasses(place, rooms)).toEqual(['electron/gate/b.ts → electron', 'shared/a.ts → node:sqlite'])
  })

  it('sees a circle', () => {
    const place = houseOf({ 'shared/a.ts': "import './b.ts'", 'shared/b.ts': "import './c.ts'", 'shared/c.ts': "import './a.ts'" })
    expect(circles(place)).toHaveLength(1)
  })

  it('sees a room that the table does not name', () => {
    const place = houseOf({ 'electron/engine/utils/a.ts': '', 'shared/b.ts': '' })
    expect(strangers(place, rooms)).toEqual(['electron/engine/utils/a.ts'])
  })
})

function houseOf(files: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'house-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), text)
  }
  return place
}
