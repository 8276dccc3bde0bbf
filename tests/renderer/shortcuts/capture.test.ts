import { describe, expect, it } from 'vitest'
import { press, settle, waiting, type Capture } from '../../../renderer/shortcuts/capture.ts'

function pressed(...names: string[]): Capture {
  return names.reduce(press, waiting)
}

describe('press', () => {
  it.each<[string, readonly string[], Capture]>([
    ['a letter may begin a sequence', ['g'], { step: 'pressed', keys: 'g' }],
    ['a second letter ends it', ['g', 't'], { step: 'done', keys: 'g t' }],
    ['the same letter twice is a sequence', ['g', 'g'], { step: 'done', keys: 'g g' }],
    ['a chord stands alone', ['Mod+k'], { step: 'done', keys: 'Mod+k' }],
    ['a named key stands alone', ['ArrowDown'], { step: 'done', keys: 'ArrowDown' }],
    ['Escape leaves at once', ['Escape'], { step: 'left' }],
    ['Escape leaves a sequence', ['g', 'Escape'], { step: 'left' }],
  ])('%s', (_claim, names, expected) => {
    expect(pressed(...names)).toEqual(expected)
  })
})

describe('settle', () => {
  it('takes a single letter where no second one came', () => {
    expect(settle(pressed('g'))).toEqual({ step: 'done', keys: 'g' })
  })

  it('leaves what is not begun, or ended, as it is', () => {
    expect(settle(waiting)).toBe(waiting)
    expect(settle(pressed('Escape'))).toEqual({ step: 'left' })
  })
})
