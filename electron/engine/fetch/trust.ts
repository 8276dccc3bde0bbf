import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'

/** The lists of authorities that an https host may be vouched for by. */
export interface Trust {
  /** The bundled list: at hand at once. */
  readonly bundled: SecureContext
  /** The bundled list and the system's, where companies put authorities of their own. Read when first needed: it is slow. */
  withSystem(): SecureContext
}

/** Nothing older than TLS 1.2, and never a certificate of our own. */
const oldestTls = 'TLSv1.2' as const

/** @param systemCertificates where the system's certificates come from, in PEM; tests say. */
export function createTrust(systemCertificates: () => readonly string[] = readSystemCertificates): Trust {
  let full: SecureContext | null = null
  return {
    bundled: createSecureContext({ minVersion: oldestTls }),
    withSystem: () => {
      full ??= createSecureContext({ minVersion: oldestTls, ca: [...getCACertificates('default'), ...systemCertificates()] })
      return full
    },
  }
}

/** A store that cannot be read must not stop what the bundled list can vouch for. */
function readSystemCertificates(): readonly string[] {
  try {
    return getCACertificates('system')
  } catch {
    return []
  }
}
