import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import './button.css'

type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  /** `primary`: the one thing to do here; `quiet`: as words in a line. */
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  /** Shows that its work is under way; it can be focused still, and not pressed. */
  readonly isPending?: boolean
  readonly autoFocus?: boolean
}

/** A button with words. */
export function Button({ look = 'plain', isPending = false, ...rest }: ButtonProps) {
  return <AriaButton {...rest} isPending={isPending} className="button" data-look={look} />
}
