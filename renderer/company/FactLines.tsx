import { Copyable } from '../parts/Copyable.tsx'
import { OutsideLink } from '../parts/OutsideLink.tsx'
import { shownAddress } from '../parts/shownAddress.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useWords } from '../words/useWords.ts'
import { placeKey, type ContactField, type FactGroup, type FoundPlace } from './factGroups.ts'
import { networkName } from './networkName.ts'

/** The values of one field, and where they were found. */
export function FactLines({ group }: { readonly group: FactGroup }) {
  const { t } = useWords()
  const { field, lines, from } = group
  return (
    <div className="fact" data-field={field}>
      <dt>{t(`contact.${field}`)}</dt>
      {lines.map((line) => (
        <dd key={line.value}>
          <Value field={field} value={line.value} />
          {line.from !== null && <FoundAt from={line.from} />}
        </dd>
      ))}
      {from !== null && (
        <dd>
          <FoundAt from={from} />
        </dd>
      )}
    </div>
  )
}

function Value({ field, value }: { readonly field: ContactField; readonly value: string }) {
  const bridge = useBridge()
  const open = (url: string) => bridge.openAddress(url)
  switch (field) {
    // No scheme for phones leads out of the window: a number is copied.
    case 'phone':
    case 'address':
      return <Copyable value={value} />
    case 'email':
      return (
        <OutsideLink url={`mailto:${value}`} onOpen={open}>
          <bdi>{value}</bdi>
        </OutsideLink>
      )
    case 'contactPage':
      return (
        <OutsideLink url={value} onOpen={open}>
          <bdi>{shownAddress(value)}</bdi>
        </OutsideLink>
      )
    case 'social':
      return (
        <OutsideLink url={value} onOpen={open}>
          <bdi title={shownAddress(value)}>{networkName(value)}</bdi>
        </OutsideLink>
      )
  }
}

function FoundAt({ from }: { readonly from: FoundPlace }) {
  const { t } = useWords()
  const bridge = useBridge()
  const values = { page: shownAddress(from.pageUrl), place: t(placeKey(from.place)) }
  return (
    <OutsideLink url={from.pageUrl} onOpen={(url) => bridge.openAddress(url)} className="fact-from" label={t('contact.fromOpens', values)}>
      {t('contact.from', values)}
    </OutsideLink>
  )
}
