import { reschedule } from '../refresh/refreshSource.ts'
import type { EngineParts } from './engineParts.ts'

/** Puts sources where another pace has them, as after a person chose it; those whose time has come by it are asked at once. */
export function rescheduleAgain(sourceIds: readonly string[], parts: EngineParts): void {
  for (const id of sourceIds) {
    const source = parts.store.sources.get(id)
    if (source !== null) reschedule(source, parts)
  }
  parts.refreshSoon()
}
