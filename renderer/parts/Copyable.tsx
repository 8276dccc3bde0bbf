import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../words/useWords.ts'
import { IconButton } from './IconButton.tsx'
import './copyable.css'

const SHOWN_MS = 2000

/** A value that is shown as it is written, and can be copied. */
export function Copyable({ value }: { readonly value: string }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'contact.copied' | 'contact.notCopied' | null>(null)
  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setOutcome('contact.copied'),
      () => setOutcome('contact.notCopied'),
    )
  return (
    <span className="copyable">
      <bdi className="figures">{value}</bdi>
      <IconButton label={t('contact.copy', { value })} onPress={copy}>
        {outcome === 'contact.copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </IconButton>
      <output className={outcome === 'contact.notCopied' ? 'copyable-outcome' : 'unseen'}>{outcome !== null && t(outcome)}</output>
    </span>
  )
}
