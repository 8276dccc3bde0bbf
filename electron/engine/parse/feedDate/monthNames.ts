/**
 * Names of months as publishers write them, January first, one line a language, without accents and points, lower case.
 * A name is matched whole, else by its first letters where at least three are given.
 */
const LANGUAGES: readonly string[] = [
  // English, with slips that are often seen
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  '- - - - - - - - sept - - -',
  '- febuary - - - - - - setember - - -',
  // German, Austrian German
  'januar februar marz april mai juni juli august september oktober november dezember',
  'janner feber maerz - - - - - - okt - dez',
  // French
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'janv fevr mars avr mai juin juil aout sept oct nov dec',
  // Spanish
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago setiembre oct nov dic',
  // Italian
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  // Portuguese
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'jan fev mar abr mai jun jul ago set out nov dez',
  // Dutch
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  // Russian, as in a date and alone
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь',
  'янв фев мар апр мая июн июл авг сен окт ноя дек',
  // Greek, as in a date and alone
  'ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου',
  'ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος',
  'ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  '- - - - - ιον ιολ - - - νοεμ -',
  // Hungarian
  'januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december',
  'jan febr marc apr maj jun jul aug szept okt nov dec',
]

const MONTH_BY_NAME = new Map<string, number>()
for (const language of LANGUAGES) {
  for (const [index, name] of language.split(' ').entries()) {
    if (name !== '-' && !MONTH_BY_NAME.has(name)) MONTH_BY_NAME.set(name, index + 1)
  }
}

/** The number of the month that a word names, 1 to 12; null where it names none. */
export function monthNamed(word: string): number | null {
  const plain = withoutAccents(word)
  const whole = MONTH_BY_NAME.get(plain)
  if (whole !== undefined) return whole
  if (plain.length < 4) return null
  for (const [name, month] of MONTH_BY_NAME) {
    if (name.startsWith(plain)) return month
  }
  return null
}

function withoutAccents(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}
