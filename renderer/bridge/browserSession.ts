const KEY = 'newsdesk-session'

/** What a tab may hold of its host: a token that works, none (it was not opened from Newsdesk), or one that has died. */
export type Session = { readonly token: string } | null

/**
 * The session of this tab: made from the one-time code in the address, else the one the tab had before.
 * The code leaves the address at once, so that neither history nor a copied address carries it.
 */
export async function openSession(): Promise<Session> {
  const code = takeCode()
  if (code === null) return keptSession()
  const token = await exchange(code)
  if (token === null) return keptSession()
  sessionStorage.setItem(KEY, token)
  return { token }
}

/** Forgets a token that the host does not know any more. */
export function forgetSession(): void {
  sessionStorage.removeItem(KEY)
}

function keptSession(): Session {
  const token = sessionStorage.getItem(KEY)
  return token === null ? null : { token }
}

function takeCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? (location.hash.slice(1) || null)
  if (code !== null) history.replaceState(history.state, '', location.pathname)
  return code
}

async function exchange(code: string): Promise<string | null> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    if (!response.ok) return null
    const { token } = (await response.json()) as { token?: unknown }
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}
