import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ActionName } from '../../shared/actions.ts'
import './menu.css'
import { useShortcutOf } from './shortcutContext.ts'
import { Tooltip } from './Tooltip.tsx'

/** A line of a menu. `action` names its shortcut. */
export type MenuEntry = {
  readonly id: string
  readonly words: string
  readonly icon?: ReactNode
  readonly action?: ActionName
  readonly onPress: () => void
}

type MenuProps = {
  /** The name of the button that opens it. */
  readonly label: string
  readonly icon: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a menu. */
export function Menu({ label, icon, entries }: MenuProps) {
  return (
    <MenuTrigger>
      <Tooltip words={label}>
        <AriaButton aria-label={label} className="icon-button">
          {icon}
        </AriaButton>
      </Tooltip>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {entries.map((entry) => (
            <MenuLine key={entry.id} entry={entry} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  const shortcut = useShortcutOf(entry.action)
  return (
    <MenuItem id={entry.id} textValue={entry.words} className="menu-line" onAction={entry.onPress}>
      {entry.icon}
      <span className="menu-words">{entry.words}</span>
      {shortcut !== null && <kbd className="keys">{shortcut}</kbd>}
    </MenuItem>
  )
}
