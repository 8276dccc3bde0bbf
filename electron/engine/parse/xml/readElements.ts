import { Tokenizer } from 'htmlparser2'
import { DEEPEST_ELEMENT } from '../limits.ts'
import { resolveBase } from '../text/addresses.ts'
import { decodeReferences } from './entities.ts'
import { keyOf, namespacesWithin, noNamespaces } from './namespaces.ts'
import type { XmlElement } from './xmlElement.ts'

/** Attributes of one element that are read. */
const MOST_ATTRIBUTES = 200
const NO_ATTRIBUTES: readonly string[] = []

/** How a kind of document wants to be read. */
export interface ReadRules {
  /** The document's address. */
  readonly baseUrl: string
  /** Keys of elements that hold elements only. */
  readonly containers: ReadonlySet<string>
  /**
   * Asked before an element opens inside those of `open` (outermost first).
   * Answers how many of them it ends, where the document forgot to, or 'stop'.
   */
  opens(key: string, open: readonly XmlElement[]): number | 'stop'
  /** Told of each element that has ended; answers whether it stays in the tree. `open`: those around it; `isWhole`: false where the document broke off inside. */
  closes(element: XmlElement, isWhole: boolean, open: readonly XmlElement[]): 'keep' | 'drop' | 'stop'
}

/** What was read. `isCut`: the document ended early, or was left at a limit. */
export interface ReadDocument {
  readonly roots: readonly XmlElement[]
  readonly isCut: boolean
}

/**
 * Reads XML, however broken, into elements: attributes and names in lower case, ends matched as far as they match,
 * references in text decoded once, CDATA taken as it is, comments and instructions left out.
 */
export function readElements(text: string, rules: ReadRules): ReadDocument {
  const tree = growTree(rules, () => tokenizer.pause())
  let name = ''
  let attributeName = ''
  let attributeValue = ''
  let attributes: string[] | null = null

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ...passedOver,
      onopentagname(start, end) {
        name = text.slice(start, end).toLowerCase()
        attributes = null
      },
      onattribname(start, end) {
        attributeName = text.slice(start, end).toLowerCase()
        attributeValue = ''
      },
      onattribdata: (start, end) => (attributeValue += text.slice(start, end)),
      onattribend() {
        attributes ??= []
        if (attributes.length < 2 * MOST_ATTRIBUTES) attributes.push(attributeName, decodeReferences(attributeValue))
      },
      onopentagend: () => tree.begin(name, attributes ?? NO_ATTRIBUTES),
      onselfclosingtag() {
        tree.begin(name, attributes ?? NO_ATTRIBUTES)
        tree.endTop()
      },
      onclosetag: (start, end) => tree.end(text.slice(start, end).toLowerCase()),
      ontext: (start, end) => tree.holdsText() && tree.add(decodeReferences(text.slice(start, end))),
      oncdata: (start, end, offset) => tree.add(text.slice(start, end - offset)),
    },
  )
  // In XML mode the tokenizer lets a name start with anything; a bare `<` before a number would swallow what follows.
  Reflect.set(tokenizer, 'isTagStartChar', startsName)
  tokenizer.write(text)
  tokenizer.end()
  return tree.finish()
}

const nothing = (): void => undefined
const passedOver = {
  onattribentity: nothing,
  ontextentity: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
}

/** Elements as they begin and end. `pause`: called once nothing more is to be read; what comes all the same is left out. */
function growTree(rules: ReadRules, pause: () => void) {
  const document = emptyElement(rules.baseUrl)
  const open: XmlElement[] = [document]
  let isStopped = false

  const stop = (): void => {
    isStopped = true
    pause()
  }
  const top = (): XmlElement => open.at(-1) ?? document
  const close = (isWhole: boolean): void => {
    const element = open.pop()
    if (element === undefined) return
    const verdict = rules.closes(element, isWhole, open)
    if (verdict === 'keep') top().children.push(element)
    if (verdict === 'stop') stop()
  }
  const endTop = (): void => {
    if (!isStopped) close(true)
  }
  return {
    begin: (name: string, attributes: readonly string[]): void => {
      if (isStopped) return
      const element = elementWithin(top(), name, attributes, rules)
      const ended = rules.opens(element.key, open)
      if (ended === 'stop' || open.length > DEEPEST_ELEMENT) return stop()
      for (let count = 0; count < ended; count += 1) close(true)
      // What an element inherits depends on where it opens, so it is made again when others ended.
      open.push(ended === 0 ? element : elementWithin(top(), name, attributes, rules))
    },
    endTop,
    end: (name: string): void => {
      if (!isStopped && top().qualifiedName === name && open.length > 1) return close(true)
      const at = open.findLastIndex((element) => element.qualifiedName === name)
      for (let count = at > 0 ? open.length - at : 0; count > 0; count -= 1) endTop()
    },
    holdsText: (): boolean => !top().isContainer,
    add: (piece: string): void => {
      const { isContainer, children } = top()
      if (isStopped || isContainer || piece === '') return
      const last = children.at(-1)
      if (typeof last === 'string') children[children.length - 1] = last + piece
      else children.push(piece)
    },
    /** What is open still is closed, not whole. */
    finish: (): ReadDocument => {
      const isCut = isStopped || open.length > 1
      while (open.length > 1) close(false)
      return { roots: document.children.filter((child) => typeof child !== 'string'), isCut }
    },
  }
}

function elementWithin(parent: XmlElement, qualifiedName: string, attributes: readonly string[], rules: ReadRules): XmlElement {
  let { baseUrl, language, names } = parent
  if (attributes.length > 0) {
    names = namespacesWithin(names, attributes)
    for (let at = 0; at < attributes.length; at += 2) {
      if (attributes[at] === 'xml:base') baseUrl = resolveBase(attributes[at + 1] ?? '', baseUrl)
      if (attributes[at] === 'xml:lang') language = attributes[at + 1] || language
    }
  }
  const key = keyOf(qualifiedName, names)
  return { key, qualifiedName, attributes, children: [], baseUrl, language, names, isContainer: rules.containers.has(key) }
}

function emptyElement(baseUrl: string): XmlElement {
  return { key: '', qualifiedName: '', attributes: [], children: [], baseUrl, language: null, names: noNamespaces, isContainer: true }
}

/** Whether a name may start with this character (XML 1.0, production 4, roughly). */
function startsName(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code >= 0xc0
}
