/** Words of how long articles are kept. */
export const keepingWords = {
  'keeping.title': 'How long articles are kept',
  'keeping.read': 'Read articles',
  'keeping.unread': 'Unread articles',
  'keeping.least': 'Of every source at least',
  'keeping.days': '{count, plural, one {# day} other {# days}}',
  'keeping.forEver': 'For ever',
  'keeping.newest': '{count, plural, =0 {None} other {The newest #}}',
  'keeping.readAdvice': 'Counted from when an article was read; unread ones from when they arrived. Saved items are kept for ever.',
  'keeping.looking': 'Counting what would go',
  'keeping.nothing': 'Nothing would go now.',
  'keeping.would':
    '{count, plural, one {# article} other {# articles}} of {sources, plural, one {one source} other {# sources}} would go at the next tidying, within six hours: {read, number} read, {unread, number} unread.',
  'keeping.tidy': 'Tidy now…',
  'keeping.tidyTitle': 'Let old articles go?',
  'keeping.tidyWhat':
    '{count, plural, one {# article} other {# articles}} of {sources, plural, one {one source} other {# sources}}: {read, number} read, {unread, number} unread.',
  'keeping.tidyEnd': 'This cannot be undone. Saved items stay.',
  'keeping.tidyDo': '{count, plural, one {Let # article go} other {Let # articles go}}',
  'keeping.tidying': 'Tidying',
  'keeping.gone': '{count, plural, =0 {No article went.} one {# article went.} other {# articles went.}}',
  'keeping.skipped':
    'Nothing went: the clock of this computer has jumped. Check for news first; the answer of any source shows whether the clock is right.',
} as const
