import type { MoneyRefusal } from '../../kernel/money.js';
import type { TransactionRefusal } from '../../kernel/transaction.js';
import type { ProblemTable } from './problem.js';

export type RequestRefusal =
  | 'unauthenticated'
  | 'proof_required'
  | 'proof_refused'
  | 'credentials_refused'
  | 'permission_missing'
  | 'licence_revoked'
  | 'feature_not_in_plan'
  | 'tenant_suspended'
  | 'not_found'
  | 'method_not_allowed'
  | 'malformed_request'
  | 'header_too_large'
  | 'request_timeout'
  | 'malformed_json'
  | 'body_not_utf8'
  | 'body_too_deep'
  | 'body_incomplete'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'validation_failed'
  | 'unknown_parameter'
  | 'duplicate_parameter'
  | 'malformed_path'
  | 'cursor_invalid'
  | 'idempotency_key_invalid'
  | 'idempotency_key_missing'
  | 'id_already_used'
  | 'if_match_invalid'
  | 'version_mismatch'
  | 'too_many_requests'
  | 'overloaded'
  | 'database_unavailable'
  | 'internal_error';

/** What the edge itself refuses, whatever the module. */
export const requestProblems: ProblemTable<RequestRefusal> = {
  unauthenticated: {
    status: 401,
    title: 'The request carries no valid token',
    detail:
      'Send Authorization: Bearer with an API key (pos_live_… or pos_test_…) or an access token that has not expired.',
    cause: 'The Authorization header is absent, the key is unknown, revoked or expired, or the token did not verify.',
    tellTheCashier: 'This till has to be signed in again.',
    howToProvoke: 'Leave the Authorization header out.',
  },
  proof_required: {
    status: 401,
    title: 'The token is bound to a device, and the proof of the device is missing',
    detail:
      'Send a DPoP header made by the key of the device (RFC 9449), or the device secret where the business allows it.',
    cause: 'The token was copied from its device, or the program does not make proofs.',
    tellTheCashier: 'This till has to be linked again.',
    howToProvoke: 'Send the token of a session without a DPoP header.',
  },
  proof_refused: {
    status: 401,
    title: 'The proof of the device is not to be believed',
    detail: ({ why, serverTime }) =>
      why === 'stale'
        ? `The proof's time is too far from the server's, which is ${String(serverTime)}. Set the clock, or add the difference.`
        : `Make a fresh proof for each request, over its method, address and token, by the key of the device (${String(why)}).`,
    cause: 'The proof is of another request, key or token, was used before, or its time is more than two minutes off.',
    tellTheCashier: 'This till could not prove that it is itself; check its clock, then link it again.',
    example: { why: 'replayed' },
    howToProvoke: 'Send the same DPoP header twice.',
  },
  credentials_refused: {
    status: 401,
    title: 'That was not right',
    detail:
      'The name, code or secret is wrong, expired, or used up. For all of these, and for an unknown business, the answer is the same.',
    tellTheCashier: 'That was not right; try again.',
    howToProvoke: 'Link a device with a code that nobody was given.',
  },
  permission_missing: {
    status: 403,
    title: 'The caller lacks a permission',
    detail: ({ permission }) =>
      `The permission ${String(permission)} is needed. Ask an owner of the business to grant it.`,
    tellTheCashier: 'You may not do this; ask your manager.',
    howToProvoke: 'Call the route with an API key that was created without the permission.',
  },
  tenant_suspended: {
    status: 403,
    title: 'The business is suspended',
    detail: 'Contact the vendor to lift the suspension.',
    tellTheCashier: 'Selling is suspended for this business; call the office.',
  },
  licence_revoked: {
    status: 403,
    title: 'The licence of the business was revoked',
    detail:
      'Devices are locked. What they sold without the network can still be handed in; reports and exports can be read.',
    tellTheCashier: 'The licence was withdrawn; call the office.',
  },
  feature_not_in_plan: {
    status: 403,
    title: 'The plan does not include this',
    detail: ({ feature, plan }) =>
      `The plan ${String(plan)} does not include ${String(feature)}. What exists goes on; an owner can choose another plan.`,
    tellTheCashier: 'This is not part of the plan; ask the owner.',
    example: { feature: 'promotions', plan: 'free' },
  },
  not_found: {
    status: 404,
    title: 'There is nothing here',
    detail: 'Check the path, the tenant in it and the id. What belongs to another business looks absent, too.',
    howToProvoke: 'Name another tenant in the path.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The path exists, but not with this method',
    detail: ({ allow }) => `Allowed: ${String(allow)}.`,
  },
  malformed_request: { status: 400, title: 'This is not HTTP', detail: 'The bytes are not a request of HTTP/1.1.' },
  header_too_large: { status: 431, title: 'The head of the request is too large', detail: 'At most 16 KiB.' },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    detail: 'Send it again.',
    retryable: true,
  },
  malformed_json: {
    status: 400,
    title: 'The body is not JSON',
    detail: 'The body must be one JSON object or array.',
    howToProvoke: 'Send the body {"id":',
  },
  body_not_utf8: { status: 400, title: 'The body is not UTF-8', detail: 'JSON is sent in UTF-8, without exception.' },
  body_too_deep: {
    status: 400,
    title: 'The body is nested too deeply',
    detail: 'At most 32 levels of arrays and objects.',
  },
  body_incomplete: {
    status: 400,
    title: 'The body ended early',
    detail: 'Fewer bytes arrived in time than Content-Length promised.',
    retryable: true,
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    detail: ({ limitBytes }) => `At most ${String(limitBytes)} bytes. Split the work, or use an import.`,
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body has a media type that this route does not read',
    detail: ({ accepts }) => `Send Content-Type: ${String(accepts)}, in UTF-8 and without Content-Encoding.`,
  },
  validation_failed: {
    status: 400,
    title: 'The request does not have the form that the contract describes',
    detail: 'errors[] names each bad place. The contract is at /openapi.json and, to read, at /docs.',
    howToProvoke: 'Add a member that the contract does not know to the body.',
  },
  unknown_parameter: {
    status: 400,
    title: 'There is no such query parameter',
    detail: ({ parameter, allowed }) => `${String(parameter)} is not known here. Known: ${String(allowed)}.`,
  },
  duplicate_parameter: {
    status: 400,
    title: 'A query parameter is given twice',
    detail: ({ parameter }) => `Give ${String(parameter)} once.`,
  },
  malformed_path: {
    status: 400,
    title: 'The path cannot be decoded',
    detail: 'Percent-encode the path in UTF-8, without control characters.',
  },
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one of ours',
    detail: 'Send nextCursor of the previous page unchanged, with the same filters; or start over without a cursor.',
    howToProvoke: 'Send cursor=x to any list.',
  },
  idempotency_key_invalid: {
    status: 400,
    title: 'The Idempotency-Key is malformed',
    detail: '1 to 255 printable ASCII characters; a UUID is a good choice.',
  },
  idempotency_key_missing: {
    status: 400,
    title: 'The request needs an Idempotency-Key',
    detail:
      'Send a fresh Idempotency-Key for each thing to be done, and the same one when repeating it; or give the body an id.',
  },
  id_already_used: {
    status: 409,
    title: 'The id was used for something else',
    detail: 'The same id came before with another body. Make a fresh UUIDv7 for a new thing.',
  },
  if_match_invalid: {
    status: 400,
    title: 'If-Match is malformed',
    detail: 'Send the ETag of the resource as you received it, for example If-Match: "3".',
  },
  version_mismatch: {
    status: 412,
    title: 'The resource has changed since you read it',
    detail: ({ currentVersion }) => `It is at version ${String(currentVersion)} now. Read it again and decide anew.`,
    tellTheCashier: 'Somebody else changed this just now; look again.',
    howToProvoke: 'Send If-Match: "0".',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    detail: ({ limitPerMinute, whose = 'business' }) =>
      typeof limitPerMinute === 'number'
        ? `The ${limitPerMinute} requests of this minute of this ${String(whose)} are used up. Wait as Retry-After says.`
        : 'This business has reached its share of requests in progress. Wait as Retry-After says.',
    cause:
      'Too many requests of one business at once, or of one business, API key or device in a minute. RateLimit-Policy and ' +
      'RateLimit in each answer say how many may be sent in a minute and how many are left.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  overloaded: {
    status: 503,
    title: 'The service is busy or stopping',
    detail: 'Nothing was done. Send the same request again as Retry-After says.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  database_unavailable: {
    status: 503,
    title: 'The database cannot be reached',
    detail: 'Send the same request with the same Idempotency-Key again as Retry-After says; it will not happen twice.',
    retryable: true,
    retryAfterSeconds: 2,
    tellTheCashier: 'The connection to the office is down for a moment; try again.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'This is a defect. Report it with the traceId.',
    cause: 'A defect of the service. Each one is logged at level error with its traceId.',
  },
};

/** What the transactor refuses about idempotency keys. */
export const transactionProblems: ProblemTable<TransactionRefusal> = {
  idempotency_key_in_use: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    detail: 'Wait as Retry-After says and send it again; you will get the answer of the first.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    detail: 'Use a fresh key for a new request; repeat a request with exactly the same path and body.',
    howToProvoke: 'Send two different bodies with one key.',
  },
};

/** What the kernel's money refuses. */
export const moneyProblems: ProblemTable<MoneyRefusal> = {
  currency_mismatch: {
    status: 422,
    title: 'The amounts are in different currencies',
    detail: ({ expected, actual }) => `Expected ${String(expected)}, got ${String(actual)}.`,
  },
  amount_out_of_range: {
    status: 422,
    title: 'The amount is not a number or too large',
    detail: 'Amounts are integers up to 9007199254740991 minor units.',
  },
  amount_has_too_many_digits: {
    status: 422,
    title: 'The amount has more digits than its currency',
    detail: 'Amounts are whole minor units: 1325 is USD 13.25. Nothing is rounded silently.',
    howToProvoke: 'Send {"amount": 13.25, "currency": "USD"}.',
  },
  unknown_currency: {
    status: 422,
    title: 'There is no such currency',
    detail: 'Use an ISO 4217 code that has minor units.',
  },
};

/** The tables that every instance of the service has. */
export const edgeProblems: readonly ProblemTable[] = [requestProblems, transactionProblems, moneyProblems];
