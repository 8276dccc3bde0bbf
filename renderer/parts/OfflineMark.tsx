import { CircleCheck, CircleDashed, CloudOff } from 'lucide-react'
import type { MissingReason } from '../../shared/contract/missing.ts'
import type { OfflineState } from '../../shared/contract/schemas.ts'
import { useWords } from '../words/useWords.ts'

const icons = { ready: CircleCheck, partial: CircleDashed, none: CloudOff } as const

type OfflineMarkProps = {
  readonly state: OfflineState
  /** What is missing first of all. */
  readonly missing: MissingReason | null
}

/** Whether an article opens complete with no network, and why where it does not. */
export function OfflineMark({ state, missing }: OfflineMarkProps) {
  const { t } = useWords()
  const Icon = icons[state]
  const words = missing === null ? t(`row.${state}`) : t('row.because', { state: t(`row.${state}`), why: t(`missing.${missing}`) })
  return (
    <span className="row-mark" data-offline={state} title={words}>
      <Icon size={13} aria-hidden />
      <span className="unseen">{words}</span>
    </span>
  )
}
