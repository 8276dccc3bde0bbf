import { openAdd } from './addDraft.ts'
import { openImport } from './importDraft.ts'

/** What is held over the window: something that can be followed, a file, or nothing of ours. */
export type Held = 'address' | 'file' | null

/** As much of what is dragged as can be known before it is dropped, and after. */
export type Dragged = Pick<DataTransfer, 'types' | 'getData'> & { readonly files: ArrayLike<File> }

/** Tells by its types what is held; the data themselves are hidden until the drop. */
export function whatIsHeld(types: readonly string[]): Held {
  if (types.includes('Files')) return 'file'
  return types.includes('text/uri-list') || types.includes('text/plain') ? 'address' : null
}

/** Takes what was dropped: a file is shown before anything of it is taken, an address filled in. False where there is neither. */
export function takeDropped(dragged: Dragged): boolean {
  const [file] = Array.from(dragged.files)
  if (file !== undefined) {
    openImport(file)
    return true
  }
  const address = addressIn(dragged)
  if (address !== null) openAdd({ address, isAsked: false })
  return address !== null
}

/** The first address of what was dropped: of a list of them as RFC 2483 has it, else of plain text that is an address. */
export function addressIn(dragged: Pick<DataTransfer, 'getData'>): string | null {
  const lines = dragged.getData('text/uri-list').split(/\r?\n/)
  const listed = lines.find((line) => line !== '' && !line.startsWith('#'))
  return webAddress(listed ?? dragged.getData('text/plain'))
}

function webAddress(text: string): string | null {
  const bare = text.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
  const url = URL.parse(/^feed:\/\//i.test(bare) ? bare.replace(/^feed:/i, 'http:') : bare)
  return url !== null && /^https?:$/.test(url.protocol) && bare.length <= 8192 ? url.href : null
}
