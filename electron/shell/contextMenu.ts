import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { externalAddressOf } from './externalAddress.ts'
import { menuWords } from './menuWords.ts'
import { shellWords } from './shellWords.ts'

/** As much of what was clicked as the menu needs. */
export type Clicked = Pick<ContextMenuParams, 'selectionText' | 'linkURL' | 'mediaType' | 'hasImageContents' | 'isEditable' | 'editFlags'>

/** What can be done with what was clicked, beyond what the system does by itself. */
export interface ContextCommands {
  readonly search: (text: string) => void
  readonly open: (address: string) => void
  readonly copyAddress: (address: string) => void
  readonly copyPicture: () => void
}

const LONGEST_SHOWN = 30
const LONGEST_SEARCHED = 200

type Item = MenuItemConstructorOptions

/** The menu for a link, a picture, a selection or a field; empty where it was none of them. */
export function contextTemplate(clicked: Clicked, language: string, commands: ContextCommands): Item[] {
  const parts = [
    linkItems(clicked, language, commands),
    pictureItems(clicked, language, commands),
    clicked.isEditable ? fieldItems(clicked, language) : selectionItems(clicked, language, commands),
  ]
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [{ type: 'separator' as const }, ...part]))
}

function linkItems({ linkURL }: Clicked, language: string, { open, copyAddress }: ContextCommands): Item[] {
  const address = externalAddressOf(linkURL)
  if (address === null) return []
  const words = shellWords(language)
  return [
    { id: 'openLink', label: words.openLink, click: () => open(address) },
    { id: 'copyLink', label: words.copyLink, click: () => copyAddress(address) },
  ]
}

function pictureItems({ mediaType, hasImageContents }: Clicked, language: string, { copyPicture }: ContextCommands): Item[] {
  if (mediaType !== 'image' || !hasImageContents) return []
  return [{ id: 'copyPicture', label: shellWords(language).copyPicture, click: copyPicture }]
}

function selectionItems({ selectionText }: Clicked, language: string, { search }: ContextCommands): Item[] {
  const text = selectionText.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return []
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).trimEnd()}…` : text
  return [
    { id: 'copy', role: 'copy', label: menuWords(language).roles.copy },
    // A label reads an ampersand as the mark of a key.
    {
      id: 'search',
      label: shellWords(language).searchFor(shown.replaceAll('&', '&&')),
      click: () => search(text.slice(0, LONGEST_SEARCHED)),
    },
  ]
}

function fieldItems({ editFlags }: Clicked, language: string): Item[] {
  const { roles } = menuWords(language)
  return [
    { role: 'cut', label: roles.cut, enabled: editFlags.canCut },
    { role: 'copy', label: roles.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: roles.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: roles.selectAll, enabled: editFlags.canSelectAll },
  ]
}
