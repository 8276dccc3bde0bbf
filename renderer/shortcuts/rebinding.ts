import { actions, defaultKeys, type ActionName } from '../../shared/actions.ts'
import type { Settings } from '../../shared/settings.ts'
import { keysOf } from '../../shared/keys.ts'

/** A person's own keys. */
export type OwnKeys = Settings['keys']

/** What stands against a key: another action has it, or one of the two could never be reached, or the system keeps it. */
export type Conflict =
  | { readonly kind: 'taken'; readonly by: ActionName; readonly other: string }
  | { readonly kind: 'hides'; readonly by: ActionName; readonly other: string }
  | { readonly kind: 'hidden'; readonly by: ActionName; readonly other: string }
  | { readonly kind: 'system' }

/** How many keys an action may have; the settings keep no more. */
export const MOST_KEYS = 4

// Focus, closing and the browser's own windows: a page is not asked, or must not take them.
const systemKeys = new Set(['Tab', 'Shift+Tab', 'Escape', 'Mod+w', 'Mod+t', 'Mod+n', 'Mod+q', 'Mod+Tab', 'F5', 'F11', 'F12'])

/** What stands against giving an action these keys; null where nothing does. */
export function conflictOf(own: OwnKeys, action: ActionName, keys: string): Conflict | null {
  if (keys.split(' ').some((stroke) => systemKeys.has(stroke))) return { kind: 'system' }
  const taken = owners(own, (other) => other === keys).find(({ by }) => by !== action)
  if (taken !== undefined) return { kind: 'taken', ...taken }
  const [hides] = owners(own, (other) => other.startsWith(`${keys} `))
  if (hides !== undefined) return { kind: 'hides', ...hides }
  const [hidden] = owners(own, (other) => keys.startsWith(`${other} `))
  return hidden === undefined ? null : { kind: 'hidden', ...hidden }
}

/** Gives an action a key: in place of `former`, or one more where that is null. */
export function giveKeys(own: OwnKeys, action: ActionName, keys: string, former: string | null): OwnKeys {
  const now = keysOf(action, own)
  const next = former === null ? [...now, keys] : now.map((each) => (each === former ? keys : each))
  return put(own, action, [...new Set(next)].slice(0, MOST_KEYS))
}

/** Takes a key from an action. */
export function takeKeys(own: OwnKeys, action: ActionName, keys: string): OwnKeys {
  return put(
    own,
    action,
    keysOf(action, own).filter((each) => each !== keys),
  )
}

/** Takes from every other action what stands against these keys, and gives them to this one. */
export function takeOver(own: OwnKeys, action: ActionName, keys: string, former: string | null): OwnKeys {
  const isAgainst = (other: string) => other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `)
  const freed = owners(own, isAgainst)
    .filter(({ by, other }) => by !== action || other !== keys)
    .reduce((left, { by, other }) => (other === former && by === action ? left : takeKeys(left, by, other)), own)
  return giveKeys(freed, action, keys, former)
}

/** An action with its built-in keys again, taken back from whoever has them now. */
export function resetKeys(own: OwnKeys, action: ActionName): OwnKeys {
  const builtIn = defaultKeys[action]
  const { [action]: _own, ...others } = own
  const rest: OwnKeys = others
  return actions.reduce<OwnKeys>((kept, other) => {
    const keys = rest[other]
    return keys === undefined
      ? kept
      : put(
          kept,
          other,
          keys.filter((each) => !builtIn.includes(each)),
        )
  }, rest)
}

/** Whether an action has keys of the person's own. */
export function hasOwnKeys(own: OwnKeys, action: ActionName): boolean {
  return own[action] !== undefined
}

function owners(own: OwnKeys, isMeant: (keys: string) => boolean): { readonly by: ActionName; readonly other: string }[] {
  return actions.flatMap((by) =>
    keysOf(by, own)
      .filter(isMeant)
      .map((other) => ({ by, other })),
  )
}

// Keys that equal the built-in ones are not kept: a later build may choose better ones.
function put(own: OwnKeys, action: ActionName, keys: readonly string[]): OwnKeys {
  const { [action]: _former, ...rest } = own
  return isSame(keys, defaultKeys[action]) ? rest : { ...rest, [action]: [...keys] }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((keys, index) => keys === other[index])
}
