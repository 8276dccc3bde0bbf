import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import './select.css'

type SelectProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly words: string }[]
  readonly onChange: (value: Value) => void
  readonly description?: string
}

/** One of several, in the system's own menu. */
export function Select<Value extends string>({ label, value, options, onChange, description }: SelectProps<Value>) {
  const id = useId()
  return (
    <div className="select">
      <label className="choice-label" htmlFor={id}>
        {label}
      </label>
      <span className="select-box">
        <select
          id={id}
          value={value}
          aria-describedby={description === undefined ? undefined : `${id}-more`}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
        <ChevronDown size={15} aria-hidden />
      </span>
      {description !== undefined && (
        <p className="select-more" id={`${id}-more`}>
          {description}
        </p>
      )}
    </div>
  )
}
