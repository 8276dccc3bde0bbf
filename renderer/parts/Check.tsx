import './check.css'

type CheckProps = {
  readonly words: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  /** Neither on nor off: on for some of what it stands for. */
  readonly isMixed?: boolean
  /** The box alone is seen; the words are for screen readers. */
  readonly isLabelHidden?: boolean
}

/** A box to tick, with its words. */
export function Check({ words, isOn, onChange, isMixed = false, isLabelHidden = false }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        // No attribute says it.
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed
        }}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={isLabelHidden ? 'unseen' : undefined}>{words}</span>
    </label>
  )
}
