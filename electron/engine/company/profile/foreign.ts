import type { Element } from 'domhandler'
import { namesOf } from './dom.ts'

/** Parts of a company's pages that tell of others: partners, customers, dealers, authorities, the agency that built the site. */

const FOREIGN_NAMES =
  /(?:^|[\s_-])(?:partners?|clients?|customers?|kunden|distributors?|dealers?|resellers?|haendler|friend-?links?|flinks?|youlian|testimonials?|sponsors?|credits?|agency|webdesign|cookie[\w-]*|consent[\w-]*|powered-?by)(?:[\s_-]|$)/u
const FOREIGN_HEADING =
  /^(?:our |unsere |nos |nuestros )?(?:(?:\w+ ){0,2}(?:partners?|clients?|customers?|distributors?|dealers?|resellers?|sponsors?|references|testimonials)|kunden|partner|referenzen|händler|vertriebspartner|fachhändler|partenaires|clients|distributeurs|revendeurs|références|socios|clientes|distribuidores|colaboradores|友情链接|友情連結|合作伙伴|合作夥伴|合作客户|客户案例|代理商|经销商|經銷商|取引先|主要取引先|パートナー|販売代理店|代理店|リンク集)(?: (?:in|of|worldwide|near|and|und|et|y)\b.{0,40})?\s*:?$/iu
const FOREIGN_MATTER =
  /^(?:.{0,40}\b)?(?:design (?:&|and|und|et|y) [\p{L}]+|web-?design|website (?:by|design)|konzept(?:ion)?|umsetzung|gestaltung|technische (?:umsetzung|realisierung)|programmierung|hosting|hosted by|hébergeu?r|hébergement|réalisation|conception|création du site|aufsichtsbehörde|datenschutzbeauftragter?|data protection officer|bildnachweise?|streitschlichtung|kammer|supervisory authority|design and development|desarrollo web|diseño web|alojamiento|press agency|pr agency|presseagentur|media agency|网站建设|网站制作|技术支持|技術支援|制作|サイト制作|web制作)\s*(?:$|[:：(&/,]|(?:und|and|et|y|by)\b)/iu
const FOREIGN_PHRASE =
  /(?:powered by|(?:web ?site |site |web ?)?(?:designed|developed|built|created|made|hosted|maintained) by|(?:web ?site|site|web ?design|design|theme|webdesign|template|hosting|photos?) (?:by|von|par|por|durch)\b|web ?design\s*[:：]|webdesign\s*[:：]|design\s*[:：]|umsetzung\s*[:：]|realisierung\s*[:：]|réalisation\s*[:：]|réalisé par|realisiert (?:von|durch)|création\s*[:：]|diseño web|desarrollado por|diseñado por|技术支持|技術支援|網站設計|网站建设|网站制作|サイト制作|制作\s*[:：]|proudly run|hosting\s*[:：])/iu

/** Whether an element's class or id says that what is inside is about others. */
export function isForeignElement(element: Element): boolean {
  if (element.name === 'body' || element.name === 'html' || element.name === 'main') return false
  return FOREIGN_NAMES.test(namesOf(element).slice(0, 300))
}

/** Whether a heading opens a part about others. */
export function isForeignHeading(text: string): boolean {
  return text.length <= 60 && (FOREIGN_HEADING.test(text) || FOREIGN_MATTER.test(text))
}

/** Where in a line the words about somebody else begin ("Powered by …"); null where there are none. */
export function foreignFrom(text: string): number | null {
  const found = FOREIGN_PHRASE.exec(text.slice(0, 1_000))
  return found === null ? null : found.index
}
