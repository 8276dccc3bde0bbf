import type { SpokenFailure } from '../../shared/engine.ts'
import { LICENCES_FILE, type PackageLicence } from '../../shared/licences.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { broken } from './faults.ts'

/** Reads the licences that the build put beside the screen: on both hosts it is a file like the screen's own. */
export async function readLicences(): Promise<Result<readonly PackageLicence[], SpokenFailure>> {
  try {
    const response = await fetch(`/${LICENCES_FILE}`)
    return response.ok ? ok((await response.json()) as readonly PackageLicence[]) : failed(broken)
  } catch {
    return failed(broken)
  }
}
