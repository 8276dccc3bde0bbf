import { badRequestReasons } from './badRequest.ts'
import type { Failure } from './failures.ts'

const MEBIBYTE = 1024 * 1024

/**
 * The English sentence for a failure, as the command line prints it and the store keeps it.
 * Screens say the same in the person's language, from their own catalogue.
 */
export function failureSentence(failure: Failure): string {
  switch (failure.kind) {
    case 'not-an-address':
      return `“${failure.address}” is not an address that Newsdesk can open.`
    case 'private-address':
      return `${failure.host} is on this computer or a private network, so it was not opened.`
    case 'offline':
      return 'This computer is offline.'
    case 'no-such-host':
      return `There is no host called ${failure.host}, or its name could not be looked up.`
    case 'unreachable':
      return `${failure.host} could not be reached.`
    case 'not-secure':
      return `${failure.host} did not prove that it is the right one, so nothing was read from it.`
    case 'timed-out':
      return `No complete answer came within ${Math.round(failure.after / 1000)} seconds.`
    case 'too-large':
      return `The answer is larger than ${Math.round(failure.limit / MEBIBYTE)} MiB.`
    case 'too-many-redirects':
      return 'The address sends on to another address too many times.'
    case 'refused':
      return refusedSentence(failure.status)
    case 'gone':
      return 'The publisher has taken this address away for good.'
    case 'damaged':
      return 'The answer arrived damaged and could not be unpacked.'
    case 'not-news':
      return `There is no feed and no list of news at this address${failure.contentType ? ` (it is ${failure.contentType})` : ''}.`
    case 'page-not-feed':
      return 'A web page came where a feed was expected. It may ask for a login, or the feed has moved.'
    case 'empty-document':
      return 'The answer is empty.'
    case 'no-list':
      return 'No list of news was found on this page.'
    case 'needs-login':
      return 'This page asks for a login before it shows its news.'
    case 'needs-scripts':
      return 'This page builds its news with scripts that Newsdesk does not run. It needs a feed.'
    case 'robots':
      return 'The site asks programs not to read this page.'
    case 'took-too-long':
      return 'This document took too long to read and was given up.'
    case 'profile-in-use':
      return 'Newsdesk is already running with this profile.'
    case 'profile-from-future':
      return `${failure.file} was made by a newer Newsdesk. It was left as it is; please update.`
    case 'profile-unreadable':
      return `${failure.file} could not be read. It was kept, and nothing was changed.`
    case 'profile-forbidden':
      return `Newsdesk may not read ${failure.file}. It was left as it is; give your account the right to read and write it, and start again.`
    case 'profile-read-only':
      return 'The profile folder cannot be written to, so this could not be kept.'
    case 'disk-full':
      return 'The disk is full, so this could not be kept.'
    case 'bad-request':
      return `That cannot be done: ${failure.detail ?? badRequestReasons[failure.reason]}.`
    case 'not-allowed':
      return 'That is not allowed from there.'
    case 'not-found':
      return `There is no such ${failure.what}.`
    case 'already-followed':
      return `“${failure.title}” is followed already.`
    case 'not-opml':
      return 'This file is not a list of subscriptions (OPML).'
    case 'not-an-export':
      return 'This file is no export that Newsdesk knows: OPML, a Fluent Reader backup, or starred.json.'
    case 'file-unreadable':
      return `The file ${failure.name} could not be read.`
    case 'file-too-large':
      return `The file ${failure.name} is larger than ${Math.round(failure.limit / MEBIBYTE)} MiB.`
    case 'file-not-written':
      return `The file ${failure.name} could not be written there.`
    case 'file-gone':
      return 'The file waited too long, or was used already.'
    case 'backup-foreign':
      return 'This file is not a backup of Newsdesk. Nothing was changed.'
    case 'backup-damaged':
      return 'This backup is damaged and was not restored. Nothing was changed.'
    case 'backup-from-future':
      return 'This backup was made by a newer Newsdesk. Please update; nothing was changed.'
    case 'backup-too-large':
      return 'This backup holds more than Newsdesk would ever write, so it was not unpacked. Nothing was changed.'
    case 'stopped':
      return 'It was stopped. Nothing was changed.'
    case 'engine-stopped':
      return 'The part of Newsdesk that fetches and keeps news has stopped. It is being started again.'
    case 'broken':
      return 'Something went wrong inside Newsdesk. Nothing that was kept is lost.'
  }
}

function refusedSentence(status: number): string {
  if (status === 401 || status === 403) return `The server does not let Newsdesk in (${status}).`
  if (status === 404) return 'There is nothing at this address (404).'
  if (status === 429) return 'The server asks to be asked less often (429).'
  if (status >= 500) return `The server has trouble of its own (${status}).`
  return `The server refused (${status}).`
}
