import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import './field.css'

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly words: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few: radio buttons in a row. */
export function Choice<Value extends string>({ label, isLabelHidden = false, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="choice" orientation="horizontal" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className={isLabelHidden ? 'unseen' : 'choice-label'}>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice-option">
            {option.words}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
