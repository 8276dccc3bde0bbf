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
} as const
