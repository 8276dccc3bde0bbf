import { CircleCheck, CircleDashed, CloudOff } from 'lucide-react'
import type { OfflineState } from '../../shared/contract/schemas.ts'
import { useWords } from '../words/useWords.ts'

const icons = { ready: CircleCheck, partial: CircleDashed, none: CloudOff } as const

/** Whether an article opens complete with no network. */
export function OfflineMark({ state }: { readonly state: OfflineState }) {
  const { t } = useWords()
  const Icon = icons[state]
  return (
    <span className="row-mark" data-offline={state} title={t(`row.${state}`)}>
      <Icon size={13} aria-hidden />
      <span className="unseen">{t(`row.${state}`)}</span>
    </span>
  )
}
