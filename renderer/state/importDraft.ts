import { create } from 'zustand'
import { showDialog } from './screen.ts'

const useImportDraft = create<{ readonly file: File | null }>()(() => ({ file: null }))

/** Opens the dialog that shows what a file would bring, before anything of it is taken. */
export function openImport(file: File): void {
  useImportDraft.setState({ file })
  showDialog('import')
}

/** The file that waits for a person's word. */
export function currentImportDraft(): File | null {
  return useImportDraft.getState().file
}
