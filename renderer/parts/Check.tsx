import './check.css'

type CheckProps = {
  readonly words: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  /** The box alone is seen; the words are for screen readers. */
  readonly isLabelHidden?: boolean
}

/** A box to tick, with its words. */
export function Check({ words, isOn, onChange, isLabelHidden = false }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span className={isLabelHidden ? 'unseen' : undefined}>{words}</span>
    </label>
  )
}
