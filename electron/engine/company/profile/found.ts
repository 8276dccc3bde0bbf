import type { FactPlace } from '../companyFacts.ts'
import { foldSpace } from './dom.ts'

/** Something found on a page before it is known which of several is kept. */
export interface Found {
  readonly value: string
  readonly label: string | null
  readonly url: string
  readonly place: FactPlace
}

/** How far each place is believed, the surest last: what a person wrote beside a label reads better than what a machine is told. */
const BELIEF: readonly FactPlace[] = [
  'title',
  'meta',
  'link',
  'heading',
  'footer',
  'header picture',
  'microdata',
  'json-ld',
  'labelled text',
  'mailto-link',
  'tel-link',
]
const MOST_FACTS = 12

/**
 * Each thing once: of those that are the same, the one from the surest place, with a label where any has one.
 *
 * @param order which place wins among equals; by default people's words over machines'.
 */
export function eachOnce(
  found: readonly Found[],
  isSame: (one: string, other: string) => boolean,
  order: readonly FactPlace[] = BELIEF,
): Found[] {
  const groups: Found[][] = []
  for (const one of found) {
    const group = groups.find((others) => others.some((other) => isSame(one.value, other.value)))
    if (group === undefined) groups.push([one])
    else group.push(one)
  }
  return groups.map((group) => surest(group, order)).slice(0, MOST_FACTS)
}

function surest(group: readonly Found[], order: readonly FactPlace[]): Found {
  const best = group.reduce((one, other) => (order.indexOf(other.place) > order.indexOf(one.place) ? other : one))
  return { ...best, label: best.label ?? group.find((other) => other.label !== null)?.label ?? null }
}

const KIND_ALONE =
  /^(?:tel|tél|telephone|téléphone|telefon|teléfono|phone|fon|telephone number|phone number|telefonnummer|call(?: us)?|t|p|m|e|e-?mail(?:-adresse| address)?|mail|adresse|address|add|addr|anschrift|dirección|correo(?: electrónico)?|courriel|电话|联系电话|電話|電話番号|邮箱|电子邮箱|邮件|郵箱|メール|メールアドレス|地址|公司地址|联系地址|住所|所在地|tel ?\/ ?fax|代表電話)$/iu

/** What a label says beyond the kind of fact: "Spare parts" of "Telephone (spare parts)"; null where it says no more. */
export function readableLabel(raw: string): string | null {
  const whole = foldSpace(raw).replace(/^[-–•·|,;\s]+|[\s::.]+$/gu, '')
  const noted = /^(.*?)\s?[((]([^()()]+)[))]$/u.exec(whole)
  const text = noted !== null && KIND_ALONE.test(noted[1] ?? '') ? (noted[2] ?? '') : whole
  return text.length < 2 || text.length > 60 || KIND_ALONE.test(text) ? null : text
}
