import { useId } from 'react'
import './field.css'

type SuggestFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What was written here before, to choose from. */
  readonly suggestions: readonly string[]
  readonly placeholder?: string
}

/** A text field that offers what it knows, and takes anything. */
export function SuggestField({ label, value, onChange, suggestions, placeholder }: SuggestFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="field-input"
        id={id}
        list={`${id}-known`}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion}>
            {suggestion}
          </option>
        ))}
      </datalist>
    </div>
  )
}
