import { FileOutput } from 'lucide-react'
import { useMemo } from 'react'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Field } from '../parts/Field.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { showExport } from '../state/exporting.ts'
import { useReportListing } from '../state/listing.ts'
import { useSaved } from '../state/saved.ts'
import { useSavedLook, wantedSaved, type SavedView } from '../state/savedLook.ts'
import { useChosenRows } from '../state/useChosenRows.ts'
import { useLasting, useNow } from '../state/useNow.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useRested } from '../state/useRested.ts'
import { useWords } from '../words/useWords.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { CollectionBar } from './CollectionBar.tsx'
import { LookTools } from './LookTools.tsx'
import { NothingSaved } from './NothingSaved.tsx'
import './saved.css'
import { SavedList } from './SavedList.tsx'
import { TagFilter } from './TagFilter.tsx'
import { useChooseKey } from './useChooseKey.ts'

const TYPING_RESTS = 150

/** The saved items, with their notes: all, or those of a collection or tag, in the order and narrowed as a person wants. */
export function SavedPane({ view }: { readonly view: SavedView }) {
  const look = useSavedLook()
  const now = useNow()
  const query = useSaved(wantedSaved(view, { ...look, query: useRested(look.query, TYPING_RESTS) }, now))
  const isLong = useLasting(query.isPending)
  const saved = useMemo(() => query.data?.saved ?? [], [query.data])
  const ids = useMemo(() => saved.map(({ id }) => id), [saved])
  const chosen = useChosenRows(ids)
  const rowFocus = useChooseKey(ids, chosen)
  useReportListing(
    useMemo(() => ids.map((id) => ({ id, isRead: true })), [ids]),
    null,
  )
  const { total = 0, tags = [] } = query.data ?? {}
  return (
    <>
      <Head view={view} ids={ids} total={query.data?.total} />
      {total > 0 && <CollectionBar view={view} />}
      {tags.length > 0 && <TagFilter tags={tags} view={view} />}
      {chosen.ids.length > 0 && <ChosenBar chosen={chosen} saved={saved} total={total} tags={tags.map(({ tag }) => tag)} />}
      {query.isError && <FailureNote failure={query.error.failure} onAct={() => void query.refetch()} />}
      {isLong && <Skeleton of="rows" count={6} />}
      {query.data !== undefined && saved.length === 0 && <NothingSaved view={view} total={total} />}
      {saved.length > 0 && <SavedList saved={saved} chosen={chosen} rowFocus={rowFocus} />}
    </>
  )
}

type HeadProps = { readonly view: SavedView; readonly ids: readonly string[]; readonly total: number | undefined }

function Head({ view, ids, total }: HeadProps) {
  const { t } = useWords()
  const { query } = useSavedLook()
  return (
    <PaneHead
      title={t('saved.title')}
      count={total === undefined ? undefined : t('saved.count', { count: ids.length })}
      lead={<SidebarButton open={useOpenSidebar()} />}
      tools={
        total !== undefined &&
        total > 0 && (
          <>
            <LookTools view={view} />
            {ids.length > 0 && (
              <IconButton label={t('export.open')} onPress={() => showExport(ids.length === total ? 'saved' : { ids })}>
                <FileOutput size={18} aria-hidden />
              </IconButton>
            )}
          </>
        )
      }
    >
      <Field
        label={t('saved.search')}
        isLabelHidden
        type="search"
        placeholder={t('saved.search')}
        value={query}
        onChange={(typed) => useSavedLook.setState({ query: typed.slice(0, 1000) })}
      />
    </PaneHead>
  )
}
