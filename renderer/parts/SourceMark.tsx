import { monogram, tintOf } from './monogram.ts'
import './sourceMark.css'

/** The mark of a source: a monogram on a quiet tint. It says nothing that the name beside it does not. */
export function SourceMark({ name, size = 'small' }: { readonly name: string; readonly size?: 'small' | 'large' | 'masthead' }) {
  return (
    <span className="source-mark" data-size={size} data-tint={tintOf(name)} aria-hidden>
      {monogram(name)}
    </span>
  )
}
