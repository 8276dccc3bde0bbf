import { htmlSaidBy } from '../text/textConstruct.ts'
import type { XmlElement } from '../xml/xmlElement.ts'
import { all, firstOf, type Group } from './group.ts'

/** The texts of an entry, and the element that decides what their relative addresses mean. */
export interface Bodies {
  readonly summaryHtml: string | null
  readonly contentHtml: string | null
  readonly decidedBy: XmlElement | null
}

interface Body {
  readonly html: string
  readonly element: XmlElement
}

const CONTENTS = ['content:encoded', 'fullitem', 'content', 'body', 'xhtml:body', 'xhtml:div']
const SUMMARIES = [
  'description',
  'summary',
  'dc:description',
  'abstract',
  'dcterms:abstract',
  'itunes:summary',
  'googleplay:description',
  'media:description',
  'subtitle',
  'itunes:subtitle',
]

/**
 * The summary and the content of an entry. Where an entry has both a `summary` and a `description` and nothing that is
 * called content, the description is the content: that is how publishers mean it.
 */
export function bodiesIn(group: Group, media: readonly XmlElement[]): Bodies {
  const content = firstOf(group, CONTENTS, bodyOf)
  const summary = firstOf(group, SUMMARIES, bodyOf) ?? mediaDescription(media)
  if (content === null && summary?.element.key === 'description') {
    const shorter = firstOf(group, ['summary'], bodyOf)
    if (shorter !== null) return bodies(shorter, summary)
  }
  return bodies(summary, content)
}

function bodies(summary: Body | null, content: Body | null): Bodies {
  return {
    summaryHtml: summary?.html ?? null,
    contentHtml: content?.html ?? null,
    decidedBy: content?.element ?? summary?.element ?? null,
  }
}

function mediaDescription(media: readonly XmlElement[]): Body | null {
  for (const element of media) {
    const body = element.key === 'media:description' ? bodyOf(element) : null
    if (body !== null) return body
  }
  return null
}

function bodyOf(element: XmlElement): Body | null {
  const html = htmlSaidBy(element)
  return html === null ? null : { html, element }
}

/** The address of a content that stands elsewhere (Atom `content src`); null where it stands in the feed. */
export function contentAddress(group: Group): string | null {
  for (const element of all(group, 'content')) {
    for (let at = 0; at < element.attributes.length; at += 2) {
      if (element.attributes[at] === 'src') return element.attributes[at + 1] ?? null
    }
  }
  return null
}
