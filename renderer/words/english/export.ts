/** Words of what leaves Newsdesk as files. */
export const exportWords = {
  'export.button': 'Export as OPML',
  'export.fileName': '{product} subscriptions',
  'export.kept': 'Kept as {name}',
  'export.handedOver': '{name} goes to the downloads of your browser',
} as const
