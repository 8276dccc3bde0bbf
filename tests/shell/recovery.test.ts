import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recoverScreen } from '../../electron/shell/recovery.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function screen() {
  const loaded: string[] = []
  const answers: ('wait' | 'reload')[] = []
  const questions: AbortSignal[] = []
  const contents = Object.assign(new EventEmitter(), {
    reload: () => loaded.push('again'),
    forcefullyCrashRenderer: () => contents.emit('render-process-gone', {}, { reason: 'killed' }),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => false,
    loadURL: (url: string) => Promise.resolve(loaded.push(url)),
  })
  recoverScreen(window as never, {
    log: () => undefined,
    ask: (_, over) => {
      questions.push(over)
      const answer = answers.shift()
      return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer)
    },
  })
  const breakAt = (at: number): void => {
    vi.setSystemTime(at)
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
  }
  return { window, contents, loaded, answers, questions, breakAt }
}

describe('recoverScreen', () => {
  it('R10 loads the screen again where it stood, once, then shows words', () => {
    const { breakAt, loaded } = screen()
    breakAt(0)
    breakAt(59_000)
    breakAt(130_000)
    expect(loaded).toEqual(['again', 'app://bundle/recovery.html', 'again'])
  })

  it('R10 asks after a minute without an answer, and loads the screen again when a person wants it', async () => {
    const { window, answers, questions, loaded } = screen()
    answers.push('wait', 'reload')
    window.emit('unresponsive')
    await vi.advanceTimersByTimeAsync(44_000)
    expect(questions).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect([questions.length, loaded]).toEqual([1, []])
    await vi.advanceTimersByTimeAsync(45_000)
    expect([questions.length, loaded]).toEqual([2, ['again']])
  })

  it('takes the question back when the screen answers again, and asks nothing where it answers in time', async () => {
    const { window, questions, loaded } = screen()
    window.emit('unresponsive')
    await vi.advanceTimersByTimeAsync(45_000)
    window.emit('responsive')
    expect(questions.map(({ aborted }) => aborted)).toEqual([true])
    window.emit('unresponsive')
    window.emit('responsive')
    await vi.advanceTimersByTimeAsync(120_000)
    expect([questions.length, loaded]).toEqual([1, []])
  })
})
