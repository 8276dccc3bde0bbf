import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName } from '../../shared/contract/requests.ts'
import type { Answer } from '../../shared/engine.ts'
import { failed } from '../../shared/result.ts'
import { mayBeOpened } from './addresses.ts'
import type { Bridge } from './bridge.ts'
import { downloadFile, pickFile, printFile } from './browserFiles.ts'
import { forgetSession } from './browserSession.ts'
import { followEvents } from './eventStream.ts'
import { broken, engineStopped } from './faults.ts'
import { readLicences } from './licences.ts'
import type { Post } from './post.ts'
import { watchNetwork } from './watchNetwork.ts'

/** Where the browser host is and how to speak to it. `onEnded` is called once, when the host does not know the token any more. */
export type BrowserSession = { readonly token: string; readonly version: string; onEnded(): void }

/** The bridge over HTTP to the browser host on this computer. */
export function browserBridge(session: BrowserSession): Bridge {
  const listeners = new Set<(event: EngineEvent) => void>()
  const post = poster(session)
  let isFollowing = false
  return {
    host: { kind: 'browser', platform: platformOf(navigator.userAgent), version: session.version },
    call: (name, input) => callOver(post, name, input),
    subscribe(listener) {
      listeners.add(listener)
      if (!isFollowing) followEvents(post, (event) => listeners.forEach((each) => each(event)))
      isFollowing = true
      return () => void listeners.delete(listener)
    },
    onAction: () => () => undefined,
    onVisit: () => () => undefined,
    tellOffered: () => undefined,
    watchNetwork,
    showMenu: null,
    desktop: null,
    openAddress(url) {
      if (mayBeOpened(url)) window.open(url, '_blank', 'noopener,noreferrer')
    },
    print: () => window.print(),
    keepFile: (file) => downloadFile(post, file),
    keepPdf: ([file]) => (file === undefined ? Promise.resolve(failed(broken)) : printFile(post, file)),
    printsInParts: false,
    chooseFile: ({ kinds }) => pickFile(post, kinds),
    readLicences,
    updates: null,
  }
}

function poster(session: BrowserSession): Post {
  return async (path, body) => {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': body instanceof ArrayBuffer ? 'application/octet-stream' : 'application/json',
        Authorization: `Bearer ${session.token}`,
      },
      body: body instanceof ArrayBuffer ? body : JSON.stringify(body),
    })
    if (response.status === 401) {
      forgetSession()
      session.onEnded()
    }
    return response
  }
}

async function callOver<Name extends RequestName>(post: Post, name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
  try {
    const response = await post(`/api/${name}`, input)
    const answer = (await response.json()) as Answer<Name>
    return typeof answer.ok === 'boolean' ? answer : failed(broken)
  } catch {
    return failed(engineStopped)
  }
}

function platformOf(userAgent: string): string {
  if (/Mac OS X|iPhone|iPad/.test(userAgent)) return 'darwin'
  if (userAgent.includes('Windows')) return 'win32'
  return userAgent.includes('Linux') ? 'linux' : 'unknown'
}
