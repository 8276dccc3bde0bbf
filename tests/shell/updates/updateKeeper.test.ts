import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepUpdates } from '../../../electron/shell/updates/updateKeeper.ts'
import type { UpdateChoices, UpdateKeeper, UpdateKeeperOptions } from '../../../electron/shell/updates/updateKeeper.ts'
import type { UpdateSource } from '../../../electron/shell/updates/electronUpdater.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { UpdateState, Updates } from '../../../shared/updates.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Setup {
  readonly keeper: UpdateKeeper
  readonly looked: string[]
  readonly states: UpdateState[]
  readonly found: string[]
  readonly installed: () => number
  readonly choices: () => UpdateChoices
}

function setup(given: Partial<UpdateKeeperOptions> & { readonly isOn?: boolean; readonly source?: Partial<UpdateSource> } = {}): Setup {
  const [looked, states, found]: [string[], UpdateState[], string[]] = [[], [], []]
  let installed = 0
  let choices: UpdateChoices = { isOn: given.isOn ?? true, channel: 'latest', lastCheckedAt: null }
  const source: UpdateSource = {
    look: (channel) => {
      looked.push(channel)
      return Promise.resolve('0.2.0')
    },
    fetch: (onProgress) => Promise.resolve(onProgress(41.7)),
    install: () => void (installed += 1),
    ...given.source,
  }
  const keeper = keepUpdates({
    feed: { provider: 'generic', url: 'https://updates.newsdesk.example/' },
    installs: false,
    open: () => Promise.resolve(source),
    choices: { get: () => choices, set: (next) => void (choices = next) },
    now: () => Date.now() as EpochMs,
    chance: () => 0,
    tell: ({ state }) => states.push(state),
    onFound: (version) => found.push(version),
    ...given,
  })
  return { keeper, looked, states, found, installed: () => installed, choices: () => choices }
}

const wait = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time)

describe('keepUpdates', () => {
  it('V01: asks nothing, ever, where nobody switched it on', async () => {
    const { keeper, looked } = setup({ isOn: false })
    keeper.start()
    await wait(10 * DAY)
    expect(looked).toEqual([])
  })

  it('V01: asks nothing where the build has no feed, whatever is pressed', async () => {
    const { keeper, looked } = setup({ feed: null })
    keeper.start()
    expect(keeper.do({ do: 'check' }).page).toBeNull()
    await wait(10 * DAY)
    expect(looked).toEqual([])
  })

  it('asks ten minutes after the start, then once a day', async () => {
    const { keeper, looked } = setup()
    keeper.start()
    await wait(9 * MINUTE)
    expect(looked).toHaveLength(0)
    await wait(MINUTE)
    expect(looked).toHaveLength(1)
    await wait(23 * HOUR)
    expect(looked).toHaveLength(1)
    await wait(HOUR)
    expect(looked).toHaveLength(2)
  })

  it('S07: fetches nothing where it may not install, and says that there is a version', async () => {
    const fetch = vi.fn<UpdateSource['fetch']>()
    const { keeper, states, found } = setup({ source: { fetch } })
    keeper.start()
    await wait(10 * MINUTE)
    expect(states).toEqual([{ kind: 'checking' }, { kind: 'found', version: '0.2.0' }])
    expect(found).toEqual(['0.2.0'])
    expect(fetch).not.toHaveBeenCalled()
    expect(keeper.do({ do: 'install' }).state.kind).toBe('found')
  })

  it('tells of the same version once', async () => {
    const { keeper, found } = setup()
    keeper.start()
    await wait(5 * DAY)
    expect(found).toEqual(['0.2.0'])
  })

  it('notifies nobody who asked themselves', async () => {
    const { keeper, found, states } = setup()
    keeper.do({ do: 'check' })
    await wait(0)
    expect(states.at(-1)).toEqual({ kind: 'found', version: '0.2.0' })
    expect(found).toEqual([])
  })

  it('fetches and installs where it may, and not before it is whole', async () => {
    const { keeper, states, installed } = setup({ installs: true })
    keeper.do({ do: 'check' })
    keeper.do({ do: 'install' })
    await wait(0)
    expect(states.map(({ kind }) => kind)).toEqual(['checking', 'fetching', 'fetching', 'ready'])
    expect(states[2]).toEqual({ kind: 'fetching', version: '0.2.0', percent: 41 })
    expect(installed()).toBe(0)
    keeper.do({ do: 'install' })
    await wait(0)
    expect(installed()).toBe(1)
  })

  it('S07: installs nothing whose hash was wrong', async () => {
    const fault = Object.assign(new Error('sha512 checksum mismatch'), { code: 'ERR_CHECKSUM_MISMATCH' })
    const { keeper, states, installed } = setup({ installs: true, source: { fetch: () => Promise.reject(fault) } })
    keeper.do({ do: 'check' })
    await wait(0)
    expect(states.at(-1)).toEqual({ kind: 'failed', reason: 'damaged' })
    keeper.do({ do: 'install' })
    await wait(0)
    expect(installed()).toBe(0)
  })

  it('checks once for two presses, and again after a failure', async () => {
    const look = vi.fn<UpdateSource['look']>().mockRejectedValueOnce(new Error('net::ERR_FAILED')).mockResolvedValue(null)
    const { keeper, states } = setup({ source: { look } })
    keeper.do({ do: 'check' })
    keeper.do({ do: 'check' })
    await wait(0)
    expect(look).toHaveBeenCalledTimes(1)
    expect(states.at(-1)).toEqual({ kind: 'failed', reason: 'unreachable' })
    keeper.do({ do: 'check' })
    await wait(0)
    expect(states.at(-1)).toEqual({ kind: 'current' })
  })

  it('looks at once when it is switched on, and keeps what was chosen', async () => {
    const { keeper, looked, choices } = setup({ isOn: false })
    const told: Updates = keeper.do({ do: 'choose', isOn: true, channel: 'beta' })
    await wait(0)
    expect(told).toMatchObject({ isOn: true, channel: 'beta' })
    expect(looked).toEqual(['beta'])
    expect(choices()).toMatchObject({ isOn: true, channel: 'beta', lastCheckedAt: Date.now() })
  })

  it('stops when it is switched off', async () => {
    const { keeper, looked } = setup()
    keeper.start()
    keeper.do({ do: 'choose', isOn: false })
    await wait(10 * DAY)
    expect(looked).toEqual([])
  })
})
