import { describe, expect, it } from 'vitest'
import { sizeFigures, undocumentedExports, usesOfAny } from './figures.ts'

const root = new URL('../..', import.meta.url).pathname

describe('the size of files', () => {
  const figures = sizeFigures(root)
  console.log(
    `${figures.files} files; lines: median ${figures.median}, p90 ${figures.p90}; past 400: ${figures.giants.join(', ') || 'none'}`,
  )

  it('stays at a median of 100 lines and a ninetieth percentile of 250', () => {
    expect(figures.median).toBeLessThanOrEqual(100)
    expect(figures.p90).toBeLessThanOrEqual(250)
  })

  it('never passes 400 lines', () => {
    expect(figures.giants).toEqual([])
  })
})

describe('the code', () => {
  it('says of every export what it is for', () => {
    expect(undocumentedExports(root)).toEqual([])
  })

  it('uses no any outside tests', () => {
    expect(usesOfAny(root)).toEqual([])
  })
})
