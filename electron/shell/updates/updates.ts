import { join } from 'node:path'
import { z } from 'zod'
import { updateChannels } from '../../../shared/updates.ts'
import type { Updates } from '../../../shared/updates.ts'
import { systemClock } from '../../../shared/time.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { ShellMemory } from '../shellMemory.ts'
import { readBuildFacts, readPublisher } from './buildFacts.ts'
import { openElectronUpdater } from './electronUpdater.ts'
import { keepUpdates } from './updateKeeper.ts'
import type { UpdateChoices, UpdateKeeper } from './updateKeeper.ts'
import { mayInstall } from './updatePolicy.ts'

/** What updates of the app that runs need. `built`: the folder that holds its bundles. */
export interface UpdatesOptions {
  readonly built: string
  readonly memory: ShellMemory
  readonly tell: (updates: Updates) => void
  readonly onFound: (version: string) => void
}

// Off until a person wants it: Newsdesk talks to nobody that its reader did not name.
const choicesSchema = z.object({
  isOn: z.boolean().catch(false),
  channel: z.enum(updateChannels).catch('latest'),
  lastCheckedAt: z.int().nullable().catch(null),
})

/** Keeps the app that runs up to date, as its build and its reader allow. */
export function updatesOf({ built, memory, tell, onFound }: UpdatesOptions): UpdateKeeper {
  const { isSigned, updateFeed } = readBuildFacts(join(built, '..', '..'))
  return keepUpdates({
    feed: updateFeed,
    installs: mayInstall({ isSigned, platform: process.platform, publisher: readPublisher(process.resourcesPath) }),
    open: openElectronUpdater,
    choices: {
      get: (): UpdateChoices => {
        const { lastCheckedAt, ...chosen } = choicesSchema.parse(memory.get('updates') ?? {})
        return { ...chosen, lastCheckedAt: lastCheckedAt as EpochMs | null }
      },
      set: (choices) => memory.set('updates', choices),
    },
    now: systemClock,
    chance: Math.random,
    tell,
    onFound,
  })
}
