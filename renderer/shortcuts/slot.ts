import type { ActionName } from '../../shared/actions.ts'

/** Where a new key is to go: in place of `former`, or beside the others where that is null. */
export type Slot = { readonly action: ActionName; readonly former: string | null }
