import type { Candidate } from '../../../shared/contract/source.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { Found } from './found.ts'

const HEADLINES = 5

/** What was found, as a preview shows it. `pathOf` says where a stored picture can be seen. */
export async function candidateOf(
  found: Found,
  parts: Pick<RefreshParts, 'store' | 'pictures'>,
  pathOf: (hash: string) => string,
): Promise<Candidate> {
  const headlines = found.drafts.slice(0, HEADLINES)
  const pictures = headlines.map(pictureOf)
  await parts.pictures.keep(pictures.filter((url) => url !== null))
  const known = parts.store.pictures.known(pictures.filter((url) => url !== null))
  const articles = headlines.map(({ title, url, publishedAt }, place) => {
    const hash = known.get(pictures[place] ?? '')?.hash ?? null
    return { title, url, publishedAt, picture: hash === null ? null : pathOf(hash) }
  })
  const { kind, title, url, siteUrl, drafts, list, because } = found
  return {
    kind,
    title,
    url,
    siteUrl,
    found: drafts.length,
    articles,
    list,
    because: [...because],
    followedAs: parts.store.sources.byUrl(url)?.id ?? null,
  }
}

function pictureOf({ leadImageUrl, feedText }: ArticleDraft): string | null {
  return leadImageUrl ?? feedText?.pictures[0]?.url ?? null
}
