import type { PackageLicence } from '../../shared/licences.ts'

const permission = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted.

    THE SOFTWARE IS PROVIDED "AS IS".`

/** Packages whose licences the fake has to show: with a text, with a long one, with none. */
export const fakeLicences: readonly PackageLicence[] = [
  { name: '@cable/joints', version: '5.3.0', licence: 'OFL-1.1', author: 'The type works', text: permission },
  {
    name: 'a-name-that-is-longer-than-any-line-of-a-narrow-window-can-be-expected-to-hold-of-it',
    version: '1.0.0',
    licence: '(MPL-2.0 OR Apache-2.0)',
    author: null,
    text: `${permission}\n\n`.repeat(40),
  },
  { name: 'mast', version: '0.1.2', licence: 'MIT', author: 'Mast builders', text: null },
]
