/**
 * Zones by name, in minutes east of Greenwich: those of RFC 822, their American relatives without season, and what
 * newsrooms of other parts write. A name that several parts of the world share means the one that its feeds mean.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...each(0, 'z ut utc gmt wet wez'),
  ...each(60, 'cet mez bst wat west met ist_dublin'),
  ...each(120, 'cest mesz eet sast cat mest'),
  ...each(180, 'eest msk eat idt trt ast_arabia'),
  ...each(210, 'irst'),
  ...each(240, 'gst samt msd'),
  ...each(300, 'pkt yekt uzt'),
  ...each(330, 'ist'),
  ...each(345, 'npt'),
  ...each(360, 'omst almt'),
  ...each(420, 'ict wib krat'),
  ...each(480, 'hkt sgt awst pht myt irkt wita'),
  ...each(540, 'jst kst wit yakt'),
  ...each(570, 'acst'),
  ...each(600, 'aest vlat'),
  ...each(630, 'acdt'),
  ...each(660, 'aedt'),
  ...each(720, 'nzst'),
  ...each(780, 'nzdt'),
  ...each(-120, 'brst'),
  ...each(-150, 'ndt'),
  ...each(-180, 'adt brt art clst'),
  ...each(-210, 'nst'),
  ...each(-240, 'ast at edt clt'),
  ...each(-300, 'est et cdt pet cot'),
  ...each(-360, 'cst ct mdt'),
  ...each(-420, 'mst mt pdt'),
  ...each(-480, 'pst pt akdt'),
  ...each(-540, 'akst hdt'),
  ...each(-600, 'hst hast'),
])

/** RFC 2822, 4.3: the military letters were defined the wrong way round, so they say no more than UTC. */
const MILITARY = /^[a-ik-z]$/

/** Minutes east of Greenwich of a zone's name; null where it is none. */
export function zoneNamed(word: string): number | null {
  const name = word.toLowerCase()
  return ZONES.get(name) ?? (MILITARY.test(name) ? 0 : null)
}

/** Minutes east of a numeric zone; null where nobody on Earth keeps such a time (F14). */
export function zoneNumbered(sign: string, hours: number, minutes: number): number | null {
  if (hours > 14 || minutes > 59) return null
  const size = hours * 60 + minutes
  return sign === '-' || sign === '\u2212' ? -size : size
}

function each(minutes: number, names: string): [string, number][] {
  return names.split(' ').map((name) => [name, minutes])
}
