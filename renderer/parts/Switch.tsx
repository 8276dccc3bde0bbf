import { useId } from 'react'
import './switch.css'

type SwitchProps = {
  readonly label: string
  readonly advice?: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Something that is on or off, and holds at once. */
export function Switch({ label, advice, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch-line">
      <div className="switch-words">
        <label className="choice-label" htmlFor={id}>
          {label}
        </label>
        {advice !== undefined && (
          <p className="press-advice" id={`${id}-more`}>
            {advice}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        className="switch"
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={advice === undefined ? undefined : `${id}-more`}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  )
}
