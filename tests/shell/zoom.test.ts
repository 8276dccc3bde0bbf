import { describe, expect, it } from 'vitest'
import { boundedZoom, zoomedBy } from '../../electron/shell/zoom.ts'

describe('zoomedBy', () => {
  it.each([
    ['zoomIn', 100, 110],
    ['zoomOut', 100, 90],
    ['zoomIn', 105, 110],
    ['zoomOut', 105, 100],
    ['zoomIn', 200, 200],
    ['zoomOut', 70, 70],
    ['zoomReset', 175, 100],
  ] as const)('goes by %s from %i to %i', (step, from, to) => {
    expect(zoomedBy(step, from)).toBe(to)
  })
})

describe('boundedZoom', () => {
  it.each([
    [undefined, 100],
    ['90', 100],
    [Number.NaN, 100],
    [5, 70],
    [1000, 200],
    [125, 125],
  ])('reads %s as %i', (kept, percent) => {
    expect(boundedZoom(kept)).toBe(percent)
  })
})
