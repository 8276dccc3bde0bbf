import { dialog, type BrowserWindow } from 'electron'
import { shellWords } from './shellWords.ts'

/** Asks a person whether to wait for a screen that does not answer. */
export async function askAboutHang(window: BrowserWindow, language: string, over: AbortSignal): Promise<'wait' | 'reload'> {
  const words = shellWords(language)
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.hangs,
    detail: words.hangsMore,
    buttons: [words.wait, words.reload],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal: over,
  })
  return response === 1 ? 'reload' : 'wait'
}
