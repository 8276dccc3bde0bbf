import type { BadRequestReason } from '../../../shared/badRequest.ts'
import type { FailureKind } from '../../../shared/failures.ts'

type Sentences = { readonly [Kind in FailureKind as `failure.${Kind}`]: string }
/** What only programs and typists are told has no words here. */
type Refusals = { readonly [Reason in Exclude<BadRequestReason, 'mistyped'> as `bad-request.${Reason}`]: string }
type Advice = { readonly [Kind in FailureKind as `advice.${Kind}`]: string }

/** What happened, a sentence for each kind of failure. */
const sentences = {
  'failure.not-an-address': '“{address}” is not an address that Newsdesk can open.',
  'failure.private-address': '{host} is on this computer or a private network, so it was not opened.',
  'failure.offline': 'This computer is offline.',
  'failure.no-such-host': 'There is no host called {host}, or its name could not be looked up.',
  'failure.unreachable': '{host} could not be reached.',
  'failure.not-secure': '{host} did not prove that it is the right one, so nothing was read from it.',
  'failure.timed-out': 'No complete answer came within {seconds, plural, one {# second} other {# seconds}}.',
  'failure.too-large': 'The answer is larger than {size} MiB.',
  'failure.too-many-redirects': 'The address sends on to another address too many times.',
  'failure.refused':
    '{reason, select, login {The server does not let Newsdesk in ({status}).} missing {There is nothing at this address ({status}).} often {The server asks to be asked less often ({status}).} trouble {The server has trouble of its own ({status}).} other {The server refused ({status}).}}',
  'failure.gone': 'The publisher has taken this address away for good.',
  'failure.damaged': 'The answer arrived damaged and could not be unpacked.',
  'failure.not-news': 'There is no feed and no list of news at this address.',
  'failure.page-not-feed': 'A web page came where a feed was expected.',
  'failure.empty-document': 'The answer is empty.',
  'failure.no-list': 'No list of news was found on this page.',
  'failure.needs-login': 'This page asks for a login before it shows its news.',
  'failure.needs-scripts': 'This page builds its news with scripts that Newsdesk does not run.',
  'failure.robots': 'The site asks programs not to read this page.',
  'failure.took-too-long': 'This document took too long to read and was given up.',
  'failure.profile-in-use': 'Newsdesk is already running with this profile.',
  'failure.profile-from-future': '{file} was made by a newer Newsdesk.',
  'failure.profile-unreadable': '{file} could not be read.',
  'failure.profile-forbidden': 'Newsdesk may not read {file}.',
  'failure.profile-read-only': 'The profile folder cannot be written to, so this could not be kept.',
  'failure.disk-full': 'The disk is full, so this could not be kept.',
  'failure.bad-request': 'That cannot be done.',
  'failure.not-allowed': 'That is not allowed from here.',
  'failure.not-found':
    '{what, select, source {This source is no longer there.} article {This article is no longer there.} folder {This folder is no longer there.} company {This company is no longer there.} rule {This rule is no longer there.} search {This search is no longer kept.} collection {This collection is no longer there.} undo {It is too late to take this back.} other {This saved item is no longer there.}}',
  'failure.already-followed': '“{title}” is followed already.',
  'failure.not-opml': 'This file is not a list of subscriptions (OPML).',
  'failure.not-an-export': 'This file is no export that Newsdesk knows: OPML, a Fluent Reader backup, or starred.json.',
  'failure.file-unreadable': 'The file {name} could not be read.',
  'failure.file-too-large': 'The file {name} is larger than {size} MiB.',
  'failure.file-not-written': 'The file {name} could not be written there.',
  'failure.file-gone': 'The file waited too long, or was used already.',
  'failure.backup-foreign': 'This file is not a backup of Newsdesk. Nothing was changed.',
  'failure.backup-damaged': 'This backup is damaged and was not restored. Nothing was changed.',
  'failure.backup-from-future': 'This backup was made by a newer Newsdesk. Nothing was changed.',
  'failure.backup-too-large': 'This backup holds more than Newsdesk would ever write, so it was not unpacked. Nothing was changed.',
  'failure.stopped': 'It was stopped. Nothing was changed.',
  'failure.engine-stopped': 'The part of Newsdesk that fetches and keeps news has stopped.',
  'failure.broken': 'Something went wrong inside Newsdesk.',
} as const satisfies Sentences

/** What to do about it. */
const advice = {
  'advice.not-an-address': 'Check the spelling, or paste the address from a browser.',
  'advice.private-address': 'Only addresses on the open internet are followed.',
  'advice.offline': 'What is stored can be read. Newsdesk catches up when the connection is back.',
  'advice.no-such-host': 'Check the spelling of the address.',
  'advice.unreachable': 'The site may be down for a while. Newsdesk tries again by itself.',
  'advice.not-secure': 'Its certificate may have run out. Newsdesk tries again by itself.',
  'advice.timed-out': 'The site may be busy. Newsdesk tries again by itself.',
  'advice.too-large': 'Look for a smaller feed on the site.',
  'advice.too-many-redirects': 'Open the address in a browser and paste where it ends.',
  'advice.refused': 'Open the address in a browser to see whether it moved or asks for a login.',
  'advice.gone': 'Its articles stay. Remove the source, or look for its new address.',
  'advice.damaged': 'Newsdesk tries again by itself.',
  'advice.not-news': 'Try the address of the page that lists the news.',
  'advice.page-not-feed': 'It may ask for a login, or the feed has moved. Add its new address.',
  'advice.empty-document': 'Newsdesk tries again by itself.',
  'advice.no-list': 'Try the address of the page that lists the news.',
  'advice.needs-login': 'Newsdesk cannot sign in. Look for a public feed of this publisher.',
  'advice.needs-scripts': 'Look for a feed of this publisher and add its address.',
  'advice.robots': 'Look for a feed of this publisher and add its address.',
  'advice.took-too-long': 'Newsdesk tries again by itself.',
  'advice.profile-in-use': 'Close the other one first.',
  'advice.profile-from-future': 'It was left as it is. Update Newsdesk to open it.',
  'advice.profile-unreadable': 'It was kept, and nothing was changed.',
  'advice.profile-forbidden': 'It was left as it is. Give your account the right to read and write it, and start again.',
  'advice.profile-read-only': 'Check the permissions of the folder.',
  'advice.disk-full': 'Make room on the disk and try again.',
  'advice.bad-request': 'Try it again later, or in another way.',
  'advice.not-allowed': 'Do it in the window of Newsdesk itself.',
  'advice.not-found': 'It may have been removed meanwhile.',
  'advice.already-followed': 'You find it among your sources.',
  'advice.not-opml': 'Export the list again from your other reader.',
  'advice.not-an-export': 'Export again from your other reader, as OPML if it offers that.',
  'advice.file-unreadable': 'Check that the file is still there and may be read.',
  'advice.file-too-large': 'Choose a smaller file.',
  'advice.file-not-written': 'Choose another folder, or see whether the file is open in another program.',
  'advice.file-gone': 'Do it again.',
  'advice.backup-foreign': 'Choose a file that Newsdesk made as a backup.',
  'advice.backup-damaged': 'Choose another backup, or copy this one again from where it was kept.',
  'advice.backup-from-future': 'Update Newsdesk, then restore it again.',
  'advice.backup-too-large': 'Choose a file that Newsdesk made as a backup.',
  'advice.stopped': 'Begin again whenever you like.',
  'advice.engine-stopped': 'It is being started again. Try again in a moment.',
  'advice.broken': 'Nothing that was kept is lost. Try again.',
} as const satisfies Advice

/** Why a request cannot be done. */
const refusals = {
  'bad-request.too-many-requests': 'Newsdesk has too much to answer at once.',
  'bad-request.too-many-tabs': 'Too many tabs show Newsdesk already.',
  'bad-request.too-many-files': 'Too many files come in at once.',
  'bad-request.dialog-open': 'Another dialog for files is open.',
  'bad-request.no-such-request': 'This version of Newsdesk cannot do that.',
  'bad-request.no-such-choice': 'There is no such choice here.',
  'bad-request.no-such-file': 'Newsdesk takes no files of this kind.',
  'bad-request.wrong-piece': 'The file did not come in whole.',
  'bad-request.wrong-form': 'That was not understood.',
  'bad-request.too-large': 'That is too large to be taken in.',
  'bad-request.not-json': 'That was not understood.',
  'bad-request.not-printable': 'Only a document can be printed.',
  'bad-request.empty-search': 'An empty search finds nothing.',
} as const satisfies Refusals

/** Words for every failure: what happened, and what to do. A kind without words does not compile. */
export const failureCatalogue = { ...sentences, ...refusals, ...advice } as const
