import type { SavedItem, SavedOrder } from '../../shared/contract/article.ts'
import type { Answer, Engine } from '../../shared/engine.ts'
import { problemSentence } from '../../shared/problemSentence.ts'
import { isoTime } from '../../shared/time.ts'
import { answered, mistyped } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** Commands about saved items and the profile that keeps them. */
export const savedCommands: Readonly<Record<string, Command>> = {
  save: {
    takes: '<id> [--note T] [--tag T]… [--collection NAME]',
    does: 'Keep a full copy of an article; a collection that is not there yet is made.',
    words: [1, 1],
    run: save,
  },
  unsave: { takes: '<id>', does: 'Give a saved item up.', words: [1, 1], run: unsave },
  saved: {
    takes: '[--tag T] [--collection NAME] [--query WORDS] [--order saved|saved-oldest|published|published-oldest|title]',
    does: 'List the saved items, newest saved first unless told.',
    words: [0, 0],
    run: listSaved,
  },
  check: { takes: '', does: 'Check that everything kept in the profile is sound.', words: [0, 0], run: check },
}

const orders: Readonly<Record<string, SavedOrder>> = {
  saved: 'savedNewest',
  'saved-oldest': 'savedOldest',
  published: 'publishedNewest',
  'published-oldest': 'publishedOldest',
  title: 'title',
}

async function save({ engine, words, options }: CommandContext): Promise<CommandResult> {
  const note = options.note === undefined ? {} : { note: options.note }
  const tags = options.tag === undefined ? {} : { tags: options.tag }
  const id = words[0] ?? ''
  const kept = await engine.call('saveArticle', { id, ...note, ...tags })
  // Only then, so that an id that is wrong leaves no empty collection.
  const placed = kept.ok && options.collection !== undefined ? await placeIn(options.collection, id, engine) : kept
  return answered<'saveArticle'>(placed, ({ saved }) => ({
    document: { saved },
    lines: [`Saved: ${saved.title}`],
  }))
}

async function placeIn(name: string, id: string, engine: Engine): Promise<Answer<'saveArticle'>> {
  const there = await collectionNamed(name, engine)
  if (there !== null) return await engine.call('saveArticle', { id, collectionId: there })
  const made = await engine.call('makeCollection', { name })
  return made.ok ? await engine.call('saveArticle', { id, collectionId: made.value.collection.id }) : made
}

/** The id of the collection of that name, whatever its case; null where there is none. */
async function collectionNamed(name: string, engine: Engine): Promise<string | null> {
  const listed = await engine.call('listCollections', {})
  const wanted = name.trim().toLowerCase()
  return (listed.ok && listed.value.collections.find((one) => one.name.toLowerCase() === wanted)?.id) || null
}

async function unsave({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'unsaveArticle'>(await engine.call('unsaveArticle', { id: words[0] ?? '' }), ({ unsaved }) => ({
    document: { unsaved },
    lines: [unsaved ? 'No longer saved.' : 'It was not saved.'],
  }))
}

async function listSaved({ engine, options }: CommandContext): Promise<CommandResult> {
  const { tag = [], collection, query, order = 'saved' } = options
  const wantedOrder = orders[order]
  if (wantedOrder === undefined) return mistyped(`an order is one of ${Object.keys(orders).join(', ')}`)
  if (tag.length > 1) return mistyped('saved items are listed by one tag')
  const collectionId = collection === undefined ? undefined : await collectionNamed(collection, engine)
  if (collectionId === null) return mistyped(`there is no collection “${collection}”`)
  const wanted = {
    order: wantedOrder,
    ...(tag[0] === undefined ? {} : { tag: tag[0] }),
    ...(collectionId === undefined ? {} : { collectionId }),
  }
  return answered<'listSaved'>(await engine.call('listSaved', { ...wanted, ...(query === undefined ? {} : { query }) }), (list) => ({
    document: { saved: list.saved },
    lines: list.saved.length > 0 ? list.saved.map(savedLine) : [list.total === 0 ? 'Nothing is saved yet.' : 'No saved item is like that.'],
  }))
}

async function check({ engine }: CommandContext): Promise<CommandResult> {
  return answered<'checkProfile'>(await engine.call('checkProfile', {}), ({ ok, problems }) => ({
    document: { ok, problems: problems.map(problemSentence) },
    lines: ok ? ['Everything is sound.'] : problems.map(problemSentence),
    exitCode: ok ? 0 : 1,
  }))
}

function savedLine(item: SavedItem): string {
  const tags = item.tags.length === 0 ? '' : `  [${item.tags.join(', ')}]`
  return `${item.id}  ${isoTime(item.savedAt)?.slice(0, 10)}  ${item.sourceTitle}: ${item.title}${tags}`
}
