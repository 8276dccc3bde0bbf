/**
 * Why a request cannot be done: the end of “That cannot be done: …”. Screens say the same in the person's language (`failure.bad-request`).
 * `wrong-form` and `mistyped` are what programs and typists are told; what is wrong exactly stands in the failure's `detail`, in English.
 */
export const badRequestReasons = {
  'too-many-requests': 'too many requests wait already',
  'too-many-tabs': 'too many tabs follow the news already',
  'too-many-files': 'too many files come in at once',
  'dialog-open': 'another dialog for files is open',
  'no-such-request': 'there is no such request',
  'no-such-choice': 'there is no such choice',
  'no-such-file': 'there is no such kind of file',
  'wrong-piece': 'this piece of a file is not the next one',
  'wrong-form': 'it is not what was agreed',
  'too-large': 'the request is too large, or is not plain data',
  'not-json': 'the request is not JSON',
  'not-printable': 'only a document can be printed',
  'empty-search': 'an empty search finds nothing',
  mistyped: 'it is written in another way',
} as const satisfies Readonly<Record<string, string>>

/** One of the {@link badRequestReasons}. */
export type BadRequestReason = keyof typeof badRequestReasons
