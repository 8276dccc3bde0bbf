import { useState, type SyntheticEvent } from 'react'
import type { Category } from '../../shared/contract/schemas.ts'
import type { Candidate } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import { CategoryChoice } from '../parts/CategoryChoice.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { FolderField } from '../parts/FolderField.tsx'
import type { AddDraft } from '../state/addDraft.ts'
import { folderNames, useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { CandidateCard } from './CandidateCard.tsx'
import { openSource, useFollow } from './useFollow.ts'

type FoundProps = {
  /** Best first, one at least. */
  readonly candidates: readonly Candidate[]
  readonly draft: AddDraft
  readonly onClose: () => void
}

/** What was found at an address: one to choose, where it should stand, and *Follow*. */
export function Found({ candidates, draft, onClose }: FoundProps) {
  const { t, locale } = useWords()
  const [key, setKey] = useState(candidates[0] && keyOf(candidates[0]))
  const chosen = candidates.find((each) => keyOf(each) === key)
  const [category, setCategory] = useState<Category>(draft.category ?? likelyCategory(candidates[0]))
  const [folder, setFolder] = useState(draft.folder ?? '')
  const { data: sources = [] } = useSources()
  const { follow, isPending, failure } = useFollow(onClose)
  if (chosen === undefined) return null
  const { followedAs } = chosen
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (followedAs !== null) openSource(followedAs, onClose)
    else follow({ address: chosen.url, ...(chosen.list === null ? {} : { list: chosen.list }), category, folder: folder.trim() || null })
  }
  return (
    <form className="found" onSubmit={submit}>
      <Cards candidates={candidates} chosen={chosen} onChoose={(candidate) => setKey(keyOf(candidate))} />
      {failure !== null && <FailureNote failure={failure} />}
      <div className="found-foot">
        {followedAs === null ? (
          <>
            <CategoryChoice value={category} onChange={setCategory} />
            <FolderField value={folder} folders={folderNames(sources, locale)} onChange={setFolder} />
          </>
        ) : (
          <p>{t('add.already')}</p>
        )}
        <Button look="primary" type="submit" isPending={isPending}>
          {t(followedAs === null ? 'add.follow' : 'add.open')}
        </Button>
      </div>
    </form>
  )
}

type CardsProps = {
  readonly candidates: readonly Candidate[]
  readonly chosen: Candidate
  readonly onChoose: (candidate: Candidate) => void
}

function Cards({ candidates, chosen, onChoose }: CardsProps) {
  const { t } = useWords()
  return (
    <fieldset className="found-cards">
      <legend>
        <output>{t('add.found', { count: candidates.length })}</output>
      </legend>
      {candidates.map((candidate) => (
        <CandidateCard
          key={keyOf(candidate)}
          candidate={candidate}
          isChosen={candidate === chosen}
          isAlone={candidates.length === 1}
          listOf={listOf(candidate, candidates)}
          onChoose={() => onChoose(candidate)}
        />
      ))}
    </fieldset>
  )
}

// The lists of a page have its title and address in common; what tells them apart is their place on it, and their headlines.
function listOf(candidate: Candidate, candidates: readonly Candidate[]): { readonly place: number; readonly count: number } | null {
  const lists = candidates.filter(({ url, list }) => list !== null && url === candidate.url)
  return candidate.list === null || lists.length < 2 ? null : { place: lists.indexOf(candidate) + 1, count: lists.length }
}

// A page may hold several lists of news, each a way to follow it.
function keyOf({ url, list }: Candidate): string {
  return `${url} ${list ?? ''}`
}

// A page without a feed is most often a company's; a feed most often the trade press's.
function likelyCategory(candidate: Candidate | undefined): Category {
  return candidate?.kind === 'newsroom' ? 'company' : 'industry'
}
