/** [start, end) of a piece of text, in UTF-16 units. */
export type Mark = readonly [number, number]

/** A piece of text, and whether it is a match. */
export type Piece = { readonly text: string; readonly isMarked: boolean; readonly start: number }

/** Cuts text at its marks. Marks may come in any order, overlap, or reach beyond the text. */
export function splitByMarks(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked, start: at })
    at = Math.max(at, end)
  }
  for (const [start, end] of [...marks].sort(([one], [other]) => one - other)) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
