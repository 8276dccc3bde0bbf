import type { ProfileNotice } from '../../../../shared/contract/status.ts'

/** What a person is told of their profile, in English; screens say it in the person's language by `what`. */
export const notices = {
  libraryRestored: {
    what: 'library-restored',
    sentence:
      'Your library was damaged or missing and was restored from the newest good copy and the plain copies of your saved items. What was damaged has been kept.',
  },
  libraryFromMirror: {
    what: 'library-from-mirror',
    sentence:
      'Your library was damaged or missing and there was no good copy of it. Your saved items, collections and sources were restored from their plain copies; rules, kept searches and settings have to be made again. What was damaged has been kept.',
  },
  libraryLost: {
    what: 'library-lost',
    sentence: 'Your library was damaged or missing and there was no good copy of it. What was damaged has been kept.',
  },
  cacheRebuilt: {
    what: 'cache-rebuilt',
    sentence: 'Stored news was damaged and is being fetched again. Saved items are not affected.',
  },
  readOnly: {
    what: 'read-only',
    sentence: 'The profile folder cannot be written to. Stored news can be read; nothing new can be kept.',
  },
  diskFull: {
    what: 'disk-full',
    sentence:
      'The disk is full. Stored news and saved items can be read; nothing new can be kept until there is room and Newsdesk is started again.',
  },
  diskNearlyFull: {
    what: 'disk-nearly-full',
    sentence: 'The disk is nearly full. Saving still works; no more news is stored until there is room.',
  },
} as const satisfies Record<string, ProfileNotice>
