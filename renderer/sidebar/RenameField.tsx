import { useState } from 'react'
import './renameField.css'

type RenameFieldProps = {
  readonly label: string
  readonly name: string
  readonly onKeep: (name: string) => void
  /** `isByKey`: the focus is to go back to the line. */
  readonly onClose: (isByKey: boolean) => void
}

/** A field in place of a line of the sidebar. Enter or leaving it keeps the new name, Escape the former. */
export function RenameField({ label, name, onKeep, onClose }: RenameFieldProps) {
  const [typed, setTyped] = useState(name)
  const close = (wanted: string, isByKey: boolean) => {
    if (wanted.trim() !== '' && wanted.trim() !== name) onKeep(wanted.trim())
    onClose(isByKey)
  }
  return (
    <input
      className="rename-field"
      type="text"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked to rename it
      autoFocus
      aria-label={label}
      maxLength={200}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => close(typed, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') close(typed, true)
        if (event.key === 'Escape') close(name, true)
        event.stopPropagation()
      }}
    />
  )
}
