/** Why a call had no answer, in a word for metrics and logs of tries. */
export type CallFailure =
  | 'url_forbidden'
  | 'address_forbidden'
  | 'name_unknown'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'closed'
  | 'timeout'
  | 'certificate'
  | 'headers_too_large'
  | 'protocol'
  | 'stopped'
  | 'failed';

/** A call without an answer. */
export class CallFailed extends Error {
  constructor(
    readonly reason: CallFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CallFailed';
  }
}

const BY_CODE: Readonly<Record<string, readonly [CallFailure, string]>> = {
  ENOTFOUND: ['name_unknown', 'the name is not known'],
  EAI_AGAIN: ['name_unknown', 'the name service gave no answer'],
  ENODATA: ['name_unknown', 'the name has no address'],
  ECONNREFUSED: ['refused', 'the connection was refused'],
  ECONNRESET: ['reset', 'the connection was reset'],
  EPIPE: ['reset', 'the connection was reset'],
  EHOSTUNREACH: ['unreachable', 'the host cannot be reached'],
  ENETUNREACH: ['unreachable', 'the network cannot be reached'],
  ETIMEDOUT: ['timeout', 'the connection timed out'],
  HPE_HEADER_OVERFLOW: ['headers_too_large', 'the headers of the answer are too large'],
};
// What OpenSSL and node name when a certificate is not to be trusted.
const CERTIFICATE = /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|EPROTO)/;

/** Any error of a call as one of ours. Nothing of the receiver's own words is repeated. */
export function failureOf(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  const { code: given } = error as { code?: unknown };
  const code = typeof given === 'string' ? given : '';
  const known = BY_CODE[code];
  if (known !== undefined) return new CallFailed(known[0], known[1], { cause: error });
  if (CERTIFICATE.test(code))
    return new CallFailed('certificate', `TLS failed: the certificate was not accepted (${code})`, { cause: error });
  if (code.startsWith('HPE_')) return new CallFailed('protocol', `the answer is not HTTP (${code})`, { cause: error });
  return new CallFailed('failed', code === '' ? 'the call failed' : `the call failed (${code})`, { cause: error });
}
