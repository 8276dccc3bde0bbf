import { useEffect, type RefObject } from 'react'
import './article.css'

/**
 * Lays the article out for printing. A frame cannot be broken over pages, so its text, which was made safe twice, is copied node by node
 * (no HTML is parsed) into a sheet of this document that only print shows; it goes when the printing is over.
 */
export function usePrintSheet(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    let sheet: HTMLElement | null = null
    const lay = () => {
      sheet?.remove()
      sheet = sheetOf(scroller.current)
      if (sheet !== null) document.body.append(sheet)
    }
    const clear = () => {
      sheet?.remove()
      sheet = null
    }
    window.addEventListener('beforeprint', lay)
    window.addEventListener('afterprint', clear)
    return () => {
      window.removeEventListener('beforeprint', lay)
      window.removeEventListener('afterprint', clear)
      clear()
    }
  }, [scroller])
}

function sheetOf(scroller: HTMLDivElement | null): HTMLElement | null {
  const article = scroller?.querySelector('.article')
  const text = article?.querySelector('iframe')?.contentDocument?.body
  if (!article) return null
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  for (const part of article.children) {
    if (part.matches('.article-head, .article-foot')) sheet.append(part.cloneNode(true))
    else if (part.matches('iframe') && text) sheet.append(bodyOf(text))
  }
  return sheet
}

function bodyOf(text: HTMLElement): HTMLElement {
  const body = document.createElement('div')
  body.className = 'article-body'
  for (const node of text.childNodes) body.append(document.importNode(node, true))
  for (const picture of body.querySelectorAll('img')) picture.loading = 'eager'
  return body
}
