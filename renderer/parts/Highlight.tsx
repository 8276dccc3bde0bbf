import { splitByMarks, type Mark } from './splitByMarks.ts'

/** Text with the pieces of a search marked. */
export function Highlight({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  return splitByMarks(text, marks).map((piece) => (piece.isMarked ? <mark key={piece.start}>{piece.text}</mark> : piece.text))
}
