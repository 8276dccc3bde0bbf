// Twelve rows of names and abbreviations: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Russian, Turkish.
const NAMES: readonly string[] = [
  'january jan januar janner jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczen января янв ocak oca',
  'february feb febr februar februari fevrier fevr fev febrero febbraio fevereiro fev lutego luty февраля фев şubat subat',
  'march mar marz märz mrz maart mars marzo março marco marca marzec марта мар mart',
  'april apr avril avr abril abr aprile kwietnia kwiecien апреля апр nisan nis',
  'may mai mei maj maio mayo maggio mag maja мая май mayis mayıs',
  'june jun juni juin junio giugno giu junho czerwca czerwiec июня июн haziran haz',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec июля июл temmuz tem',
  'august aug augustus augusti août aout agosto ago sierpnia sierpien августа авг ağustos agustos',
  'september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrzesien сентября сен eylul eylül',
  'october oct okt oktober octobre octubre ottobre ott outubro out pazdziernika pazdziernik октября окт ekim eki',
  'november nov novembre noviembre novembro listopada listopad ноября ноя kasim kasım',
  'december dec dez dezember décembre decembre diciembre dic dicembre dezembro desember grudnia grudzien декабря дек aralik aralık',
]

const MONTHS = new Map(NAMES.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1] as const)))

/** The month (1–12) that a word names, with or without its full stop and accents; null for any other word. */
export function monthOf(word: string): number | null {
  const plain = word.toLowerCase().replace(/\.$/u, '')
  return MONTHS.get(plain) ?? MONTHS.get(plain.normalize('NFD').replace(/[\u0300-\u036F]/gu, '')) ?? null
}
