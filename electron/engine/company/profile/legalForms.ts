/** What a name ends with in law: "Co., Ltd.", "GmbH & Co. KG", 有限公司. Case matters where a form is also a word ("AS", "SE"). */
const LATIN_ANY_CASE = [
  'company,? limited|co[.,]{0,2} ?(?:pte|pty|pvt)[.,]{0,2} ?ltd|co[.,]{0,2} ?,? ?(?:ltd|limited)|(?:pty|pte|pvt|private) ?[.,]? ?(?:ltd|limited)',
  'sdn[.]? ?bhd|ltd|limited|incorporated|inc|corporation|corp|l[.]?l[.]?c|l[.]?l[.]?p|plc|gmbh ?& ?co[.]? ?kg(?:aa)?|ggmbh|gmbh|kabushiki kaisha|k[.]k',
  'ag ?& ?co[.]? ?kg(?:aa)?|kgaa|sarl|s[.]a[.]r[.]l|s[.]a[.]s|s[.]a[.] de c[.]v|s[.]a[.]u|s[.]a|s[.]l[.]u|s[.]l|s[.]p[.]a|s[.]r[.]l|b[.]v|n[.]v|a/s|aps|oyj|ltda',
  'd[.]o[.]o|s[.]r[.]o|a[.]s|sp[.] ?z ?o[.]o|kft|zrt|e[.]k|e[.]v|ug ?[(]haftungsbeschränkt[)]|mbh',
].join('|')
const LATIN_EXACT = 'AG|SE|KG|OHG|UG|SAS|SASU|SA|SL|SLU|SpA|Srl|SRL|BV|NV|AB|ASA|AS|Oy|KK|Co[.]?|Company|LP|GbR|eG'
const AFTER = new RegExp(`[ ,，]+(?:${LATIN_ANY_CASE})[.,]*$`, 'iu')
const AFTER_EXACT = new RegExp(`[ ,，]+(?:${LATIN_EXACT})[.,]*$`, 'u')
const HAN_AFTER = /(?:股份有限公司|有限责任公司|有限責任公司|控股有限公司|有限公司|株式会社|有限会社|合同会社|[((]株[))]|㈱|주식회사)$/u
const HAN_BEFORE = /^(?:株式会社|有限会社|合同会社|[((]株[))]|㈱|주식회사|[((]주[))])\s*/u

/** A company's name without its legal form; the name as it came where it has none, or nothing would be left. */
export function withoutLegalForm(name: string): string {
  let core = name.trim()
  for (let round = 0; round < 3; round += 1) {
    const next = core
      .replace(AFTER, '')
      .replace(AFTER_EXACT, '')
      .replace(HAN_AFTER, '')
      .replace(HAN_BEFORE, '')
      .replace(/[\s,，]+$/u, '')
    if (next === core || next.length < 2) break
    core = next
  }
  return core
}

/** Whether a name carries a legal form: the surest sign that a line is a company's name. */
export function hasLegalForm(name: string): boolean {
  return withoutLegalForm(name) !== name.trim().replace(/[\s,，]+$/u, '')
}
