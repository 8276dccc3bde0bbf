import type { Session } from 'electron'
import { isOfApp } from './appOrigin.ts'

/** The one thing that a page may do beyond drawing: put text on the clipboard, from the app's own page. */
export function mayHave(permission: string, address: string | null | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && isOfApp(address)
}

/** Answers every question for a permission at once: a late answer has let pages through before (CVE-2026-34771). */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer, details) => answer(mayHave(permission, details.requestingUrl)))
  session.setPermissionCheckHandler((_, permission, origin) => mayHave(permission, origin))
  session.setDevicePermissionHandler(() => false)
}
