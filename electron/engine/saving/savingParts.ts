import type { SavedFiles } from '../media/savedFiles.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'

/** What saving works with. */
export interface SavingParts extends Pick<RefreshParts, 'store' | 'fetcher' | 'workbench' | 'robots' | 'now' | 'stop'> {
  readonly savedFiles: SavedFiles
}
