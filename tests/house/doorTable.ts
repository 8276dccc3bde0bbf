/** A room of `docs/house.md`: its folder, whether folders below belong to it, and the rooms it may import. */
export interface Room {
  readonly folder: string
  readonly isDeep: boolean
  /** Folders whose files, below as well, may be imported; `'anything'` for the tests. */
  readonly mayImport: readonly string[] | 'anything'
}

/** The door table of `docs/house.md`, as it is written there. Throws where the page holds no such table. */
export function readDoorTable(page: string): Room[] {
  const rows = page.split('\n').filter((line) => /^\| `[^`]+\/\*?` \|/.test(line))
  const rooms = rows.map(readRow).filter((room) => room !== null)
  if (rooms.length < 10) throw new Error('docs/house.md holds no table of rooms and doors')
  return rooms
}

/** The room that a file stands in: the deepest whose folder holds it; null where none does. */
export function roomOf(rooms: readonly Room[], file: string): Room | null {
  const holding = rooms.filter((room) => holds(room, file))
  return holding.toSorted((a, b) => b.folder.length - a.folder.length)[0] ?? null
}

function holds(room: Room, file: string): boolean {
  if (!file.startsWith(room.folder)) return false
  return room.isDeep || !file.slice(room.folder.length).includes('/')
}

function readRow(line: string): Room | null {
  const [, name = '', , doors = ''] = line.split('|').map((cell) => cell.trim())
  const folder = name.replaceAll('`', '')
  if (!/^(?:shared|electron|renderer|build|tests)\//.test(folder)) return null
  return { folder: folder.replace(/\*$/, ''), isDeep: folder.endsWith('*'), mayImport: readDoors(doors) }
}

function readDoors(cell: string): readonly string[] | 'anything' {
  if (cell.startsWith('anything')) return 'anything'
  const named = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  return cell.includes('every room of') ? [...named.filter((name) => name !== 'renderer/'), 'renderer/'] : named
}
