import type { ServerResponse } from 'node:http'
import type { SpokenFailure } from '../../shared/engine.ts'
import { spoken } from '../../shared/spoken.ts'

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(json) })
  response.end(json)
}

/** Refuses in the form of an answer of the contract. A body that is still on its way is not waited for. */
export function refuse(response: ServerResponse, status: number, failure: SpokenFailure): void {
  if (!response.req.complete) response.setHeader('Connection', 'close')
  sendJson(response, status, JSON.stringify({ ok: false, failure }))
}

/** Says that nothing is there. */
export function sendNothing(response: ServerResponse, status: number): void {
  if (!response.req.complete) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': 0 })
  response.end()
}

/** Refuses a body that is too large, or is not what it says. */
export function refuseBody(response: ServerResponse, status: 400 | 413): void {
  refuse(response, status, spoken({ kind: 'bad-request', reason: status === 413 ? 'too-large' : 'not-json' }))
}
