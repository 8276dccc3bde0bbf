import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { ActionName } from '../../shared/actions.ts'
import './button.css'
import { useShortcutOf } from './shortcutContext.ts'
import { Tooltip } from './Tooltip.tsx'

type IconButtonProps = {
  /** Its name for screen readers and its tooltip. */
  readonly label: string
  /** The action it does, so that the tooltip names its shortcut. */
  readonly action?: ActionName
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** Given: a button that stays down. */
  readonly isOn?: boolean
}

/** A button that is an icon, with its name and shortcut in a tooltip. */
export function IconButton({ label, action, children, isOn, onPress, isDisabled = false }: IconButtonProps) {
  const shortcut = useShortcutOf(action)
  const shared = { 'aria-label': label, className: 'icon-button', isDisabled, children }
  return (
    <Tooltip words={label} shortcut={shortcut}>
      {isOn === undefined ? (
        <AriaButton {...shared} onPress={() => onPress?.()} />
      ) : (
        <ToggleButton {...shared} isSelected={isOn} onChange={() => onPress?.()} />
      )}
    </Tooltip>
  )
}
