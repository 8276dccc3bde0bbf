import { withoutLegalForm } from '../profile/legalForms.ts'
import { foldName, isCapital, LETTER, letterKinds } from './letters.ts'

/** How one name of a company is to be read in a text. */
export interface NameRule {
  /** The name without legal form, as written. */
  readonly name: string
  /** Its units, as texts are compared with them. */
  readonly units: readonly number[]
  /** Must stand as written, letter by letter: abbreviations, and names that begin small. */
  readonly isExact: boolean
  /** A word of every day as well: a capital alone proves nothing. */
  readonly isCommon: boolean
  /** A single word, which may turn out to be one of every day. */
  readonly isOneWord: boolean
  /** Two or three Chinese characters, which words around them can make by chance. */
  readonly isShortHan: boolean
  /** A name like "Booking.com", which is not an address where it stands. */
  readonly hasDot: boolean
}

const SHORT_CAPITALS = 5

/** The rule for a name; null where it is too little to be found by: one letter, digits alone, a legal form. */
export function nameRule(given: string): NameRule | null {
  const name = withoutLegalForm(given)
    .replace(/[!?*™®©\s]+$/u, '')
    .trim()
  const units = foldName(name)
  if (units.length < 2 || units.length > 80 || !/\p{L}/u.test(name)) return null
  const isHan = units.every((unit) => letterKinds[unit] === LETTER.han)
  const isOneWord = !/[\s&.-]/u.test(name) && !isHan
  const letters = name.replace(/[^\p{L}]/gu, '')
  const isAbbreviation =
    isOneWord && letters.length <= SHORT_CAPITALS && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return {
    name,
    units,
    isExact: isAbbreviation || (units.length === 2 && !isHan),
    isCommon: isOneWord && COMMON.has(name.toLowerCase()),
    isOneWord,
    isShortHan: isHan && units.length <= 3,
    hasDot: /\p{L}\.\p{L}/u.test(name),
  }
}

/** Whether a name stands in a text as its rule asks: capitals where it has them. */
export function isWritten(rule: NameRule, text: string, from: number, to: number): boolean {
  const written = text.slice(from, to)
  if (written === rule.name) return true
  if (rule.isExact) return false
  if (rule.isCommon && written === written.toUpperCase()) return false
  // Every word that has a capital in the name, or at least the first, has one in the text.
  return isCapital[text.charCodeAt(from)] === 1 || letterKinds[text.charCodeAt(from)] !== LETTER.word
}

/** English words that are companies' names as well. A name that a text also writes small is treated like these, whatever it is. */
const COMMON = new Set(
  `aim air ally alphabet amazon anchor apple apex arch arm array asana atlas aurora axis ball bank base basin beacon best bird blaze block bloom blue bolt boost box brave bridge
  bright brook bumble burger camel canal canon canopy cargo castle catalyst century champion charter chase chime circle cisco citizen clear click clover coach coast coin comet compass
  concord core corner cosmos coupang cove craft crane crest cross crown crystal cube current dash data dawn deal deep delta diamond direct discover discovery dish dove drift eagle
  echo edge edison element ember energy ensign enterprise envoy epic equity ever evolve expedia express falcon fast fiber fiserv five flex flow focus forge forward fossil foundry four fox
  frontier fuse future gap garden gate gem general genesis giant glass global globe goal grab grand grid grove guardian guess halo harbor harbour harmony harvest haven hawk hello hive
  honest honor honour horizon hover ideal idea impact indeed insight inspire intel invest iris iron jet jumbo just key kick kind kite lark lattice leaf leap legend lemonade level light lime
  link lion live loft logic loop lotus lucid lucky luna lush lyft magic magnet main mango maple mark marvel mask match matrix maxim mercury meridian meta metro mind mint mission mobile
  monday moon morning motion mountain national native nest network neon next noble north nova oak oasis ocean octopus one open oracle orange orbit origin oscar outlook pace panda path
  patriot peak pearl pilot pine pinnacle pioneer plaid planet plug point polar pole portal power premier prime prism progress prologis prospect pulse pure quest quick rally range rapid
  raven reach ready real red reef regal reliance relay republic resolute ring ripple rise river robin rocket root rover royal ruby sage salt samsara sand scale seven shake shark shell shield
  shift shine sierra signal silver simple six sky slack smart snap snow social solar solid sonic sonos source south spark spectrum speed sphere spirit splash spring sprint sprout square staple
  staples star steel stem stone storm stream stripe subway summit sun surge swift swing switch sync talent tango target team temple tesla thread three thrive tide tiger time titan toast
  torch total touch tower trace track trade trend tribe trinity triumph trust turn twist two twin under union unity universal uplift urban valley vanguard vault vector vertex victory
  view vine vision visa vista vital vivid volt volta wave way wellspring west wing wish wolf workday world yellow zenith zero zest zoom`.split(
    /\s+/u,
  ),
)
