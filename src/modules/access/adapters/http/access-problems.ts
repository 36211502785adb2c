import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ApiKeyRefusal } from '../../domain/api-key.js';
import type { RenewalRefusal } from '../../domain/api-key-renewal.js';
import type { AccessTokenRefusal } from '../../ports/access-tokens.js';

/** How refusals about API keys look to a caller. */
export const accessProblems: ProblemTable<ApiKeyRefusal | RenewalRefusal | AccessTokenRefusal> = {
  auth_service_unavailable: {
    status: 503,
    title: 'The auth service cannot be asked',
    detail: 'The access token could not be checked. Wait as Retry-After says; API keys work meanwhile.',
    retryable: true,
    retryAfterSeconds: 5,
    tellTheCashier: 'Signing in is down for a moment; try again.',
  },
  api_key_not_found: {
    status: 404,
    title: 'There is no such API key',
    detail: 'Check the id; the list of keys has them all.',
  },
  api_key_revoked: {
    status: 409,
    title: 'The API key is revoked',
    detail: 'Revoking is for good. Create a new key.',
    howToProvoke: 'Revoke a key twice.',
  },
  api_key_already_exists: {
    status: 409,
    title: 'There is an API key with this id already',
    detail: 'Make a fresh UUIDv7 for a new key.',
  },
  api_key_exceeds_caller: {
    status: 403,
    title: 'The key would be allowed more than its maker',
    detail: ({ permission }) =>
      typeof permission === 'string'
        ? `You lack ${permission} yourself, so you cannot hand it out.`
        : 'A key cannot reach outlets or regions that its maker does not, and a test key cannot make live keys.',
    example: { permission: 'orders:refund' },
    howToProvoke: 'Create a key with a permission that your own key lacks.',
  },
  api_key_not_narrower: {
    status: 422,
    title: 'The key would be allowed more than before',
    detail: ({ permission }) => `It was made without ${String(permission)}. Make a new key for that.`,
    example: { permission: 'orders:refund' },
    howToProvoke: 'Change a key to have a permission that it was not made with.',
  },
  api_key_end_in_past: {
    status: 422,
    title: 'The key would have ended already',
    detail: 'Give a time to come, or revoke the key.',
    howToProvoke: 'Change the end of a key to yesterday.',
  },
  api_key_without_end: {
    status: 409,
    title: 'The key has no end',
    detail: 'There is nothing to renew.',
    howToProvoke: 'Ask for the renewal of a key that was made without an end.',
  },
  api_key_renewal_not_found: {
    status: 404,
    title: 'There is no such request for renewal',
    detail: 'Check the id; the list of requests has them all.',
  },
  api_key_renewal_open: {
    status: 409,
    title: 'Renewal of this key was asked for already',
    detail: 'Somebody has to decide on that first.',
    howToProvoke: 'Ask for the renewal of a key twice.',
  },
  api_key_renewal_decided: {
    status: 409,
    title: 'The request for renewal was decided before',
    detail: ({ status }) => `It was ${String(status)}.`,
    example: { status: 'denied' },
    howToProvoke: 'Deny a request for renewal twice.',
  },
  api_key_renewal_own: {
    status: 409,
    title: 'Nobody decides on what they asked for themselves',
    detail: 'Somebody else has to decide.',
    howToProvoke: 'Ask for the renewal of a key and grant it with the same key.',
  },
};
