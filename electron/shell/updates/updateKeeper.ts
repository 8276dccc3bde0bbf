import type { UpdateChannel, UpdateCommand, UpdateFeed, UpdateState, Updates } from '../../../shared/updates.ts'
import type { Clock, EpochMs } from '../../../shared/time.ts'
import type { UpdateSource } from './electronUpdater.ts'
import { nextCheckIn, updateFailureOf, updatePage } from './updatePolicy.ts'

/** What a person chose about updates, and when they were last looked for. */
export interface UpdateChoices {
  readonly isOn: boolean
  readonly channel: UpdateChannel
  readonly lastCheckedAt: EpochMs | null
}

/** What keeping an app up to date needs. */
export interface UpdateKeeperOptions {
  /** Null where the build has none: then nothing is ever asked. */
  readonly feed: UpdateFeed | null
  readonly installs: boolean
  readonly open: (feed: UpdateFeed) => Promise<UpdateSource>
  readonly choices: { readonly get: () => UpdateChoices; readonly set: (choices: UpdateChoices) => void }
  readonly now: Clock
  /** From 0 to 1. */
  readonly chance: () => number
  /** Told of every change. */
  readonly tell: (updates: Updates) => void
  /** Told of a version that nobody asked for by hand. */
  readonly onFound: (version: string) => void
}

/** Looks for newer versions: once a day where a person wants that, and when they ask. */
export interface UpdateKeeper {
  readonly do: (command: UpdateCommand) => Updates
  readonly start: () => void
}

/** Makes the keeper. It asks nothing before it is started or told to check. */
export function keepUpdates(options: UpdateKeeperOptions): UpdateKeeper {
  return new Keeper(options)
}

class Keeper implements UpdateKeeper {
  readonly #options: UpdateKeeperOptions
  #state: UpdateState = { kind: 'idle' }
  #source: Promise<UpdateSource> | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(options: UpdateKeeperOptions) {
    this.#options = options
  }

  readonly start = (): void => {
    const { feed, choices, now, chance } = this.#options
    clearTimeout(this.#timer)
    const { isOn, lastCheckedAt } = choices.get()
    if (feed === null || !isOn) return
    this.#timer = setTimeout(() => void this.#checkDaily(), nextCheckIn(lastCheckedAt, now(), chance()))
    this.#timer.unref?.()
  }

  readonly do = (command: UpdateCommand): Updates => {
    if (command.do === 'choose') this.#choose(command)
    if (command.do === 'check') void this.#check()
    if (command.do === 'install' && this.#state.kind === 'ready') void this.#source?.then((source) => source.install())
    return this.#report()
  }

  #choose({ isOn, channel }: Extract<UpdateCommand, { do: 'choose' }>): void {
    const { choices } = this.#options
    const before = choices.get()
    choices.set({ ...before, isOn: isOn ?? before.isOn, channel: channel ?? before.channel })
    if (isOn === true && !before.isOn) void this.#check()
    this.start()
    this.#options.tell(this.#report())
  }

  async #checkDaily(): Promise<void> {
    const known = versionOf(this.#state)
    await this.#check()
    const found = versionOf(this.#state)
    if (found !== null && found !== known) this.#options.onFound(found)
    this.start()
  }

  /** Looks once, and fetches what there is where this build installs it. What is under way goes on. */
  async #check(): Promise<void> {
    const { feed, choices, now, installs, open } = this.#options
    if (feed === null || isUnderWay(this.#state)) return
    this.#become({ kind: 'checking' })
    choices.set({ ...choices.get(), lastCheckedAt: now() })
    try {
      this.#source ??= open(feed)
      const source = await this.#source
      const version = await source.look(choices.get().channel)
      if (version === null) return this.#become({ kind: 'current' })
      if (!installs) return this.#become({ kind: 'found', version })
      this.#become({ kind: 'fetching', version, percent: 0 })
      await source.fetch((percent) => this.#become({ kind: 'fetching', version, percent: Math.floor(percent) }))
      this.#become({ kind: 'ready', version })
    } catch (fault) {
      this.#become({ kind: 'failed', reason: updateFailureOf(fault) })
    }
  }

  #become(state: UpdateState): void {
    this.#state = state
    this.#options.tell(this.#report())
  }

  #report(): Updates {
    const { feed, installs, choices } = this.#options
    const { isOn, channel } = choices.get()
    return { page: feed === null ? null : updatePage(feed), installs, isOn, channel, state: this.#state }
  }
}

function isUnderWay({ kind }: UpdateState): boolean {
  return kind === 'checking' || kind === 'fetching' || kind === 'ready'
}

function versionOf(state: UpdateState): string | null {
  return 'version' in state ? state.version : null
}
