import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { CallbackRefusal } from '../../application/hear-callback.js';
import type { ConnectionRefusal } from '../../domain/connection.js';

/** How the refusals of this module look to a caller. */
export const connectionProblems: ProblemTable<ConnectionRefusal | CallbackRefusal> = {
  payment_connection_not_found: {
    status: 404,
    title: 'There is no such payment connection',
    detail: 'Check the id. A connection of an outlet that you may not act for looks absent, too.',
  },
  payment_connection_exists: {
    status: 409,
    title: 'There is a connection to this provider already',
    detail: 'An outlet has one connection to each provider, and so has the business as a whole. Change that one.',
    howToProvoke: 'Put two connections to mpesa without an outletId under different ids.',
  },
  payment_connection_invalid: {
    status: 422,
    title: 'The provider needs something else',
    detail: 'errors[] names each bad place. Which settings and secrets there are depends on the provider.',
    howToProvoke: 'Put a connection to mpesa without a shortcode.',
  },
  payment_connection_fixed: {
    status: 409,
    title: 'Provider and outlet of a connection do not change',
    detail: 'Disable this connection, and put one with another id.',
  },
  payment_connection_changed: {
    status: 409,
    title: 'Somebody else changed the connection at the same time',
    detail: 'Read it again, and repeat what you still want.',
    retryable: true,
  },
  payment_secrets_not_configured: {
    status: 409,
    title: 'This service cannot keep secrets yet',
    detail:
      'No key to seal secrets with is set. Whoever runs the service sets SECRETS_KEY to the output of: openssl rand -base64 32',
    howToProvoke: 'Put a payment connection at a service that runs without SECRETS_KEY.',
  },
  payment_callback_unreadable: {
    status: 400,
    title: 'This is no callback of the provider',
    detail: ({ provider }) => `The body is not what ${String(provider)} sends when a payment ends.`,
    example: { provider: 'mpesa' },
  },
  payment_callback_unknown: {
    status: 404,
    title: 'Nobody waits for this callback',
    detail: 'The address, or the token in the body, is not one that the provider was given.',
  },
};
