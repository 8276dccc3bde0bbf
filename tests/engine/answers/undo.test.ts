import { describe, expect, it } from 'vitest'
import { createUndoRegister, UNDO_LASTS } from '../../../electron/engine/answers/undo.ts'
import type { EpochMs } from '../../../shared/time.ts'

describe('createUndoRegister', () => {
  it('takes back once', async () => {
    const { register, done } = registerWith()
    const token = register.keep({ takeBack: () => void done.push('back') })
    expect([await register.takeBack(token), await register.takeBack(token)]).toEqual([true, false])
    expect(done).toEqual(['back'])
  })

  it('finishes what is too old, and takes it back no more', async () => {
    const { register, done, time } = registerWith()
    const token = register.keep({ takeBack: () => void done.push('back'), finish: () => void done.push('finished') })
    time.now += UNDO_LASTS + 1
    await register.expire()
    expect([await register.takeBack(token), done]).toEqual([false, ['finished']])
  })

  it('takes back, and finishes, what was joined by one token, the newer first', async () => {
    const { register, done, time } = registerWith()
    const named = (name: string) => ({ takeBack: () => void done.push(`${name} back`), finish: () => void done.push(`${name} over`) })
    const first = register.keep(named('one'))
    const both = register.keep(named('two'), first)
    expect([await register.takeBack(first), await register.takeBack(both), done]).toEqual([false, true, ['two back', 'one back']])
    register.keep(named('four'), register.keep(named('three'), 'unknown'))
    time.now += UNDO_LASTS + 1
    await register.expire()
    expect(done.slice(2)).toEqual(['three over', 'four over'])
  })

  it('keeps the newest fifty', async () => {
    const { register, done } = registerWith()
    const first = register.keep({ takeBack: () => undefined, finish: () => void done.push('finished') })
    const tokens = Array.from({ length: 50 }, () => register.keep({ takeBack: () => undefined }))
    await register.expire()
    expect([await register.takeBack(first), await register.takeBack(tokens[0] ?? ''), done]).toEqual([false, true, ['finished']])
  })
})

function registerWith() {
  const time = { now: 1_000 }
  return { register: createUndoRegister(() => time.now as EpochMs), done: [] as string[], time }
}
