import type { MissingReason } from '../../../../shared/contract/missing.ts'
import type { OfflineState } from '../../../../shared/contract/schemas.ts'
import type { ArticleText } from '../../article/articleDraft.ts'
import type { PicturesTable, PictureState, PictureTrouble } from './pictures.ts'

/** How far the page of an article has come, as the cache writes it. */
export const pageState = { notWanted: 0, wanted: 1, there: 2, givenUp: 3 } as const

/** Why the page of an article could not be had. */
export type PageTrouble = Extract<MissingReason, `text-${string}`>

/** What the offline state of an article hangs on. `text`: the one that is shown; `otherText`: one that a person can go to. */
export interface OfflineQuestion {
  readonly text: ArticleText | null
  readonly otherText: ArticleText | null
  readonly leadImageUrl: string | null
  readonly page: number
  readonly pageTrouble: PageTrouble | null
}

/** What is shown of it without a network. */
export interface OfflineAnswer {
  readonly offline: OfflineState
  readonly thumbnailHash: string | null
  /** What is missing, text first; nothing where it is ready. */
  readonly missing: readonly MissingReason[]
  /** Whether a missing picture may still be had. */
  readonly wantsPictures: boolean
  /** The addresses of its pictures that are stored, those of the other text as well. */
  readonly stored: readonly string[]
}

/** Whether an article opens complete with no network: `ready` only where nothing at all is missing. */
export function offlineAnswer(question: OfflineQuestion, pictures: PicturesTable): OfflineAnswer {
  const { text, otherText, leadImageUrl, page, pageTrouble } = question
  const urls = shownPictures(text, leadImageUrl)
  const all = [...new Set([...urls, ...shownPictures(otherText, null)])]
  const states = pictures.states(all)
  const stored = all.filter((url) => hashOf(states.get(url)) !== null)
  const thumbnailHash = urls.map((url) => hashOf(states.get(url))).find((hash) => hash !== null) ?? null
  const wantsPictures = urls.some((url) => mayBeHad(states.get(url)))
  const common = { thumbnailHash, wantsPictures, stored }
  const textMissing = reasonOfText(page, pageTrouble)
  if (!text || (text.text.trim() === '' && text.pictures.length === 0)) {
    return { ...common, offline: 'none', missing: [textMissing ?? 'text-absent'] }
  }
  const missing = [...(textMissing === null ? [] : [textMissing]), ...urls.flatMap((url) => reasonOfPicture(states.get(url)) ?? [])]
  return { ...common, offline: missing.length === 0 ? 'ready' : 'partial', missing }
}

/** The addresses of the pictures that an article shows, each once. */
export function shownPictures(text: ArticleText | null, leadImageUrl: string | null): string[] {
  return [...new Set([...(leadImageUrl === null ? [] : [leadImageUrl]), ...(text?.pictures ?? []).map((picture) => picture.url)])]
}

/** Why a picture is missing; null where it is stored, or where nothing is missing without it. */
export function reasonOfPicture(state: PictureState | undefined): MissingReason | null {
  if (state === undefined) return 'pictures-waiting'
  if (state.hash !== null || state.trouble === 'pixel') return null
  return state.trouble === null ? 'pictures-waiting' : `pictures-${state.trouble}`
}

function reasonOfText(page: number, trouble: PageTrouble | null): PageTrouble | null {
  if (page === pageState.wanted) return trouble ?? 'text-waiting'
  return page === pageState.givenUp ? (trouble ?? 'text-unreadable') : null
}

/** Troubles that would come to the same again. */
const LASTING: ReadonlySet<PictureTrouble> = new Set<PictureTrouble>(['refused', 'large', 'other', 'pixel', 'let-go'])

function mayBeHad(state: PictureState | undefined): boolean {
  if (state === undefined) return true
  return state.hash === null && (state.trouble === null || !LASTING.has(state.trouble))
}

function hashOf(state: PictureState | undefined): string | null {
  return state?.hash ?? null
}
