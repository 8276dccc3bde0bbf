import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { updateFeedSchema } from '../../../shared/updates.ts'

const buildFactsSchema = z.object({
  /** Whether this build was signed when it was packaged. */
  isSigned: z.boolean().catch(false),
  updateFeed: updateFeedSchema.nullable().catch(null),
})
/** What packaging wrote into the app about itself. */
export type BuildFacts = z.infer<typeof buildFactsSchema>

/** Reads what packaging wrote into `package.json`. An app that was not packaged says nothing, and has no feed. */
export function readBuildFacts(appFolder: string): BuildFacts {
  return buildFactsSchema.parse(JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')))
}

/** Whose signature Windows expects on an update, from the file that packaging puts beside the app; null where it names nobody. */
export function readPublisher(resources: string): string | null {
  try {
    const [, publisher] = /^publisherName:\s*(\S.*|\n\s*-\s*\S.*)$/m.exec(readFileSync(join(resources, 'app-update.yml'), 'utf8')) ?? []
    return publisher?.replace(/^\s*-\s*/, '').trim() ?? null
  } catch {
    return null
  }
}
