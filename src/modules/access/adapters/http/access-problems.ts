import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ApiKeyRefusal } from '../../domain/api-key.js';
import type { AccessTokenRefusal } from '../../ports/access-tokens.js';

/** How refusals about API keys look to a caller. */
export const accessProblems: ProblemTable<ApiKeyRefusal | AccessTokenRefusal> = {
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
        : 'A key cannot reach outlets that its maker does not, and a test key cannot make live keys.',
    example: { permission: 'orders:refund' },
    howToProvoke: 'Create a key with a permission that your own key lacks.',
  },
};
