import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import './field.css'

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly description?: string
  /** What is wrong with the value; shown under the field and told to screen readers. */
  readonly error?: string | null
  readonly type?: 'text' | 'url' | 'search'
  readonly isLabelHidden?: boolean
  readonly autoFocus?: boolean
  /** Given: a field of several lines. */
  readonly lines?: number
  readonly isDisabled?: boolean
}

/** A text field with its label, a description, and what is wrong. */
export function Field({ label, description, error = null, placeholder, type = 'text', isLabelHidden = false, lines, ...rest }: FieldProps) {
  return (
    <TextField {...rest} type={type} isInvalid={error !== null} className="field">
      <Label className={isLabelHidden ? 'unseen' : 'field-label'}>{label}</Label>
      {lines === undefined ? (
        <Input className="field-input" placeholder={placeholder} spellCheck={type === 'text'} />
      ) : (
        <TextArea className="field-input" rows={lines} placeholder={placeholder} />
      )}
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
