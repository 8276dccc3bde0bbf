/** What a label on a page announces. `other` ends what came before it. */
export type LabelKind = 'phone' | 'fax' | 'email' | 'address' | 'name' | 'other'

/** A piece of a line: what its label announces, the label as written, and what follows. `kind` is null before the first label. */
export interface Piece {
  readonly kind: LabelKind | null
  readonly label: string
  readonly text: string
  /** Where `text` begins in the line. */
  readonly start: number
}

const WORDS: Readonly<Record<LabelKind, string>> = {
  phone: [
    'tel[.]? ?(?:/|&|and|und|et|y|及|和) ?(?:tele)?fax|telephone ?(?:/|&|and) ?fax|telefon ?(?:/|&|und) ?(?:tele)?fax|电话 ?[/及和&] ?传真|電話 ?[/及和&・] ?(?:傳真|FAX)',
    'telephone number|phone number|phone no|tel no|telephone|telefonnummer|call us(?: (?:on|at|today|now|free)){1,3}|telefono|telefon|teléfonos?|téléphone|tél|tel|phones?|ph|call us|call|hotline|mobile|mobil|mob|cell|handy|móvil',
    'portable|whatsapp|zentrale|switchboard|standard|durchwahl|rufnummer|fon|toll[- ]free|helpline',
    '[\\p{Script=Han}\\d]{0,8}?(?:电话|电話|電話|热线|熱線|專線|专线)(?:号码|番号|號碼)?|(?:お|ご)?電話(?:番号)?|手机(?:号码)?|手機|座机|总机|總機|致电|フリーダイヤル',
  ].join('|'),
  fax: 'telefax|fax number|fax no|fax|télécopie(?:ur)?|传真(?:号码)?|傳真|ファックス|ファクシミリ|ファクス',
  email:
    '(?:e-?mail|email)(?: address|-adresse|[- ]id)?|mail|e-post|courriel|correo(?: electrónico)?|adresse (?:e-?mail|électronique)|dirección de correo|[\\p{Script=Han}]{0,6}?(?:邮箱|邮件)(?:地址)?|電子郵件|電郵|郵箱|信箱|メール(?:アドレス)?',
  address:
    '(?:office|postal|mailing|street|company|visiting|our|registered|business|factory|plant|works|warehouse|head ?office)? ?address|registered office|head ?office|headquarters|headquarter|hq|addr|add|(?:post|haus|besuchs|besucher|firmen|liefer)?anschrift|(?:post|besucher|besuchs|firmen)?adresse(?: postale)?|firmensitz|hauptsitz|siège social|siège|domicilio(?: social)?|dirección(?: postal)?|direccion|sede(?: central)?|[\\p{Script=Han}]{0,6}?地址|厂址|廠址|(?:本社|会社)?(?:所在地|住所)|本社|工場',
  name: 'company ?name|(?:公司|企业|单位)名称|公司名稱|会社名|社名|商号|商號|firma|firmenname|firmierung|raison sociale|dénomination sociale|razón social|denominación social|legal name|registered name',
  other:
    'vat(?:[ -]?(?:id|no|number|reg))?|ust-?id(?:nr)?|umsatzsteuer[\\w-]*|steuernummer|handelsregister|registergericht|registernummer|hrb|hra|siret|siren|rcs|tva|n° tva|ape|naf|cif|nif|icp|iban|bic|swift|(?:统一社会)?信用代码|(?:营业)?执照|注册号|备案号|法人番号|登録番号|許可番号|opening hours|office hours|business hours|working hours|hours|öffnungszeiten|geschäftszeiten|servicezeiten|horaires?|horarios?|营业时间|工作时间|服务时间|上班时间|受付時間|営業時間|定休日|web ?site|web|internet|homepage|url|网址|網址|公司网站|网站|ホームページ|post ?code|postal code|zip(?: code)?|邮编|邮政编码|郵編|郵遞區號|郵便番号|contact person|contact|attn|ansprechpartner|联系人|聯絡人|联系方式|担当|qq|skype|wechat|weixin|微信(?:号)?|微信公众号|line id|geschäftsführ\\w*|vertretungsberechtigt\\w*|vertreten durch|gérant|directeur de la publication|directeur|capital|股票代码|法定代表人|法人|registration (?:no|number)|company (?:no|number)|registered (?:no|number)|reg[.]? no|part (?:no|number)|model|型号|order no|item|article no|art[.]?-?nr|設立|資本金|代表者|代表取締役|従業員数|事業内容|created|founded|gegründet|成立时间|date|datum|日期|copyright',
}

const KINDS: readonly LabelKind[] = ['fax', 'email', 'phone', 'name', 'other', 'address']
// Longer words of one kind must not be cut by shorter ones of another: "E-Mail-Adresse" is no address.
const ANY = KINDS.map((kind) => `(?<${kind}>${WORDS[kind]})`).join('|')
const NOTE = String.raw`(?:\s?[((][^()()::]{1,40}[))])?`
const MARKED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${ANY})${NOTE}\s?(?:[.]\s?)?[::]|(?<![\p{L}\d@.])(?<letter>[TPMFEAD])\s?[::.]\s?(?=[+((\d]|[\w.+-]+@|\p{Lu})`,
  'giu',
)
const UNMARKED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<fax>${WORDS.fax})|(?<phone>${WORDS.phone})|(?<letter>[TPMF]))(?:[.]|\s)\s?(?=[+((]?\s?\d)|(?<=[\p{Script=Han}\s]|^)(?:(?<fax2>传真|傳真|FAX)|(?<phone2>电话|電話|热线|TEL|Tel))(?=[+((]?\d)`,
  'giu',
)
const ALONE = new RegExp(String.raw`^(?:${ANY})${NOTE}\s?[::.]?$`, 'iu')
const LETTERS: Readonly<Record<string, LabelKind>> = { T: 'phone', P: 'phone', M: 'phone', D: 'phone', F: 'fax', E: 'email', A: 'address' }

/** Cuts a line at its labels. A line that is nothing but a label gives one piece with an empty text. */
export function piecesOf(line: string): Piece[] {
  const text = line.slice(0, 1_000)
  const alone = ALONE.exec(text.trim())
  if (alone !== null) return [{ kind: kindOf(alone), label: text.trim().replace(/[::.]$/u, ''), text: '', start: text.length }]
  const marks = [...text.matchAll(MARKED), ...text.matchAll(UNMARKED)].toSorted((a, b) => a.index - b.index)
  return cut(
    text,
    marks.filter((mark, at) => mark.index >= endOf(marks[at - 1])),
  )
}

function cut(text: string, marks: readonly RegExpExecArray[]): Piece[] {
  const pieces: Piece[] = []
  const first = marks[0]?.index ?? text.length
  if (first > 0) pieces.push({ kind: null, label: '', text: text.slice(0, first), start: 0 })
  for (const [at, mark] of marks.entries()) {
    const start = endOf(mark)
    pieces.push({ kind: kindOf(mark), label: labelOf(text, marks[at - 1], mark), text: text.slice(start, marks[at + 1]?.index), start })
  }
  return pieces
}

// "Sales phone: …" and "Telephone (sales): …" are named by what stands beside the word as well.
function labelOf(text: string, before: RegExpExecArray | undefined, mark: RegExpExecArray): string {
  const lead = /(?:^|[|;,·•]\s?)([\p{L} &/-]{2,40} )$/u.exec(text.slice(endOf(before), mark.index))?.[1] ?? ''
  return `${lead}${mark[0]}`.replace(/[\s::.]+$/u, '').trim()
}

function endOf(mark: RegExpExecArray | undefined): number {
  return mark === undefined ? 0 : mark.index + mark[0].length
}

function kindOf(match: RegExpExecArray): LabelKind {
  const groups = match.groups ?? {}
  if (groups['letter'] !== undefined) return LETTERS[groups['letter'].toUpperCase()] ?? 'other'
  if (groups['fax2'] !== undefined) return 'fax'
  if (groups['phone2'] !== undefined) return 'phone'
  return KINDS.find((kind) => groups[kind] !== undefined) ?? 'other'
}
