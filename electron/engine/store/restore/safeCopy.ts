import { keepSafe } from '../../article/keepSafe.ts'
import { plainText } from '../../article/plainText.ts'
import type { SavedCopy } from '../library/savedCopy.ts'
import { isOpenable } from '../openable.ts'

/**
 * A saved item that comes from a file into which others may have written, made safe once more. What was safe is the same: the very item,
 * where nothing is changed.
 */
export function safeCopy(copy: SavedCopy): SavedCopy {
  const html = keepSafe(copy.html)
  const url = openable(copy.url)
  const siteUrl = openable(copy.siteUrl)
  if (html === copy.html && url === copy.url && siteUrl === copy.siteUrl) return copy
  return { ...copy, url, siteUrl, html, text: html === copy.html ? copy.text : plainText(html) }
}

function openable(url: string | null): string | null {
  return url !== null && isOpenable(url) ? url : null
}
