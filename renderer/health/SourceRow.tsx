import { TriangleAlert } from 'lucide-react'
import type { Source } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import { SourceMark } from '../parts/SourceMark.tsx'
import { SourceMenu } from '../parts/SourceMenu.tsx'
import { useSourceActs, type SourceActs } from '../state/sourceActs.ts'
import { isInTrouble } from '../state/sources.ts'
import { sayTrouble } from '../words/healthWords.ts'
import { sayInterval } from '../words/intervals.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { Facts } from './Facts.tsx'
import { remedyOf } from './remedy.ts'
import { RemedyButton } from './RemedyButton.tsx'
import { sayRemedy } from './sayRemedy.ts'

/** A source: who it is, how it is doing, what to do about it. */
export function SourceRow({ source }: { readonly source: Source }) {
  const { t } = useWords()
  const acts = useSourceActs(source)
  const isTroubled = isInTrouble(source)
  const remedy = remedyOf(source)
  return (
    <li className="health-row" data-state={source.health.state}>
      <SourceMark name={source.title} size="large" />
      <div className="health-words">
        <h3>
          <bdi>{source.title}</bdi>
        </h3>
        <p className="health-about">{about(t, source).join(' · ')}</p>
        {isTroubled && <Trouble source={source} />}
        {source.health.state === 'drifted' && <DriftedActs acts={acts} />}
        <Facts source={source} />
      </div>
      <div className="health-acts">
        {remedy !== null && <RemedyButton remedy={remedy} source={source} acts={acts} />}
        <SourceMenu title={source.title} acts={acts} />
      </div>
    </li>
  )
}

function Trouble({ source }: { readonly source: Source }) {
  const { t } = useWords()
  const { state, failure } = source.health
  const said = sayTrouble(t, source.health)
  const advice = state === 'drifted' ? t('health.remedy.drifted') : failure === null ? null : sayRemedy(t, failure)
  return (
    <div className="health-trouble">
      <p className="health-sentence">
        <TriangleAlert size={15} aria-hidden />
        <span>{said}</span>
      </p>
      {advice !== null && <p className="health-advice">{advice}</p>}
    </div>
  )
}

// What is left to do with a page that has changed, beside looking for its new address.
function DriftedActs({ acts }: { readonly acts: SourceActs }) {
  const { t } = useWords()
  return (
    <div className="health-further">
      <Button look="quiet" onPress={acts.openPage}>
        {t('health.openPage')}
      </Button>
      <Button look="quiet" onPress={acts.unfollow}>
        {t('health.unfollow')}
      </Button>
    </div>
  )
}

function about(t: Words, { kind, category, folder, checkEvery, url }: Source): readonly string[] {
  return [
    t(`health.kind.${kind}`),
    t(`view.${category}`),
    ...(folder === null ? [] : [folder]),
    ...(checkEvery === null ? [] : [sayInterval(t, checkEvery)]),
    hostOf(url),
  ]
}

function hostOf(url: string): string {
  return URL.parse(url)?.host || url
}
