import { networkInterfaces } from 'node:os'
import type { SourceFailure } from '../../../shared/failures.ts'

/** Thrown inside the dialler, which can only throw: no address of this host may be dialled. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/** Thrown inside the dialler: a limit of time that ran out before there was a connection. */
export class ConnectTimeout extends Error {
  override readonly name = 'ConnectTimeout'
}

const noConnection = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ETIMEDOUT'])
const noNetwork = new Set(['ENETUNREACH', 'ENETDOWN'])
const noName = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME', 'EAI_NODATA', 'ENODATA', 'EAI_FAIL', 'ESERVFAIL'])
/** OpenSSL's names for a certificate that proves nothing (X509_V_ERR_…), which come without a common prefix. */
const badCertificate =
  /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_|ERROR_IN_CERT_)/
const badHandshake = /^(?:ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$)/
/** What comes from an issuer that this list of authorities does not know, but another might. */
const unknownIssuer = /^(?:UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN)/

/**
 * What a fault of the network means to a person.
 *
 * @param hasAnswered whether the answer's headers were there already: then it is the answer that broke.
 */
export function failureOf(error: unknown, host: string, hasAnswered: boolean): SourceFailure {
  if (error instanceof PrivateAddressError) return { kind: 'private-address', host }
  const codes = codesOf(error)
  if (codes.some(isTlsCode)) return { kind: 'not-secure', host }
  if (codes.some((code) => noName.has(code))) return isNetworkUp() ? { kind: 'no-such-host', host } : { kind: 'offline' }
  if (codes.length > 0 && codes.every((code) => noNetwork.has(code))) return { kind: 'offline' }
  if (hasAnswered || isNoHttp(error)) return { kind: 'damaged' }
  return { kind: 'unreachable', host }
}

/** Whether there was no connection at all: where a proxy is on the way, none to it. */
export function isNoConnection(error: unknown): boolean {
  return codesOf(error).some((code) => noName.has(code) || noNetwork.has(code) || noConnection.has(code))
}

/** Whether more authorities could make this certificate a good one. */
export function isUnknownIssuer(error: unknown): boolean {
  return codesOf(error).some((code) => unknownIssuer.test(code))
}

/** What came is not HTTP, or its headers do not end. */
function isNoHttp(error: unknown): boolean {
  return error instanceof Error && (error.name === 'HTTPParserError' || error.name === 'HeadersOverflowError')
}

function isTlsCode(code: string): boolean {
  return badCertificate.test(code) || badHandshake.test(code)
}

/** Every code in an error; where several addresses were tried, one of each. */
function codesOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(codesOf)
  if (!(error instanceof Error)) return []
  if ('code' in error && typeof error.code === 'string') return [error.code]
  return error.cause === undefined ? [] : codesOf(error.cause)
}

function isNetworkUp(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))
}
