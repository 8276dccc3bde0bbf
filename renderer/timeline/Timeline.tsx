import type { ListScope } from '../../shared/contract/article.ts'

/** The timeline. */
export function Timeline(_props: { readonly scope: ListScope }) {
  return null
}
