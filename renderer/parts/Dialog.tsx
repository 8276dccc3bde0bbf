import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../words/useWords.ts'
import './dialog.css'
import { IconButton } from './IconButton.tsx'

type DialogProps = {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
  /** `wide` for forms in two columns, `top` for a palette that begins near the top and has no head of its own. */
  readonly size?: 'narrow' | 'wide' | 'top'
}

/** A dialog over the whole screen. Escape and a click outside close it; focus returns to where it was. */
export function Dialog({ title, children, onClose, size = 'narrow' }: DialogProps) {
  const { t } = useWords()
  return (
    <ModalOverlay className="scrim" data-size={size} isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal" data-size={size}>
        <AriaDialog className="dialog">
          <header className={size === 'top' ? 'unseen' : 'dialog-head'}>
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            {size !== 'top' && (
              <IconButton label={t('common.close')} onPress={onClose}>
                <X size={18} aria-hidden />
              </IconButton>
            )}
          </header>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
