import { useState } from 'react'
import type { PackageLicence } from '../../shared/licences.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useBridge } from '../state/bridgeContext.tsx'
import { useLicences } from '../state/licences.ts'
import { useLasting } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import './licences.css'
import { PressLine } from './Section.tsx'

/** The way to the licences, which stand over the settings: closing them leads back there. */
export function LicencesLine() {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <PressLine label={t('licences.title')} advice={t('licences.advice')}>
      <Button onPress={() => setIsOpen(true)}>{t('licences.button')}</Button>
      {isOpen && <LicencesDialog onClose={() => setIsOpen(false)} />}
    </PressLine>
  )
}

function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { host } = useBridge()
  const { data, error, isPending, refetch } = useLicences()
  const isLong = useLasting(isPending)
  return (
    <Dialog title={t('licences.title')} size="wide" onClose={onClose}>
      {error !== null && <FailureNote failure={error.failure} onAct={() => void refetch()} />}
      {isLong && <Skeleton of="rows" />}
      {data !== undefined && (
        <>
          <p className="licences-lead">{t('licences.lead', { count: data.length })}</p>
          {host.kind === 'desktop' && <p className="licences-lead">{t('licences.chromium')}</p>}
          <ul className="licences">
            {data.map((each) => (
              <li key={`${each.name}@${each.version}`}>
                <Licence {...each} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Licence({ name, version, licence, author, text }: PackageLicence) {
  const { t } = useWords()
  return (
    <details>
      <summary>
        <span className="licence-name">{name}</span> <span className="figures">{version}</span>
        <span className="licence-kind">{licence}</span>
      </summary>
      {text === null ? (
        <p>{author === null ? t('licences.noText', { licence }) : t('licences.noTextBy', { licence, author })}</p>
      ) : (
        <pre lang="en">{text}</pre>
      )}
    </details>
  )
}
