import type { PageDocument, PageElement } from './pageDocument.ts'
import { pictureAddress } from './pictures.ts'
import { readMarkup } from './markupReader.ts'

const BEFORE_TEXT =
  'article figure, main figure, [class*="hero"] figure, [class*="featured"] figure, figure[class*="lead"], figure[class*="featured"], figure[class*="wp-block-post-featured"]'
const BARE_PICTURE =
  'img.wp-post-image, [class*="featured-image"] img, [class*="hero-image"] img, [class*="article-image"] img, [class*="lead-image"] img'

/** An article's opening picture with its caption, as HTML. */
export interface LeadFigure {
  readonly html: string
  readonly address: string
}

/**
 * The picture that stands over an article's text, with its caption: extraction loses it where it is not in the same box as
 * the text. Taken before extraction, which takes the document apart.
 *
 * @param named the picture that the page names as its own, which settles which it is.
 */
export function leadFigure(document: PageDocument, named: string | null): LeadFigure | null {
  const figures = [...document.querySelectorAll(BEFORE_TEXT), ...document.querySelectorAll(BARE_PICTURE)].slice(0, 20)
  const found = figures.flatMap((figure) => addressed(figure, document.baseURI))
  return found.find(({ address }) => named !== null && samePicture(address, named)) ?? found.find(isFirst) ?? null
}

/** Without a name only the first counts: later figures belong where they stand. */
function isFirst(_: LeadFigure, at: number): boolean {
  return at === 0
}

function addressed(figure: PageElement, baseUrl: string): LeadFigure[] {
  const picture = figure.localName === 'img' ? figure : (figure.querySelector('picture') ?? figure.querySelector('img'))
  const [element] = picture === null ? [] : readMarkup(picture.outerHTML)
  if (element === undefined || typeof element === 'string') return []
  const address = pictureAddress(element, baseUrl)
  const html = figure.localName === 'img' ? `<figure>${figure.outerHTML}</figure>` : figure.outerHTML
  return address === null ? [] : [{ html, address }]
}

/** Whether two addresses show one picture: publishers keep several sizes, told apart by query, folder or a suffix like `-300x200`. */
export function samePicture(one: string, other: string): boolean {
  return pictureName(one) === pictureName(other)
}

function pictureName(address: string): string {
  const path = URL.parse(address)?.pathname ?? address
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/-\d+x\d+$|-scaled$|@\dx$|\.(?:small|medium|large)$/i, '')
    .toLowerCase()
}
