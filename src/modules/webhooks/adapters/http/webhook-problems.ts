import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { DeliveryRefusal } from '../../domain/delivery.js';
import type { EndpointRefusal } from '../../domain/endpoint.js';

/** How the refusals of this module look to a caller. */
export const webhookProblems: ProblemTable<EndpointRefusal | DeliveryRefusal> = {
  webhook_endpoint_not_found: {
    status: 404,
    title: 'There is no such webhook endpoint',
    detail: 'Check the id. An endpoint that gets events of outlets you may not act for looks absent, too.',
  },
  webhook_endpoint_already_exists: {
    status: 409,
    title: 'The id belongs to another webhook endpoint',
    detail: 'Make a fresh UUIDv7. The ids of deleted endpoints are not used again.',
  },
  webhook_endpoint_invalid: {
    status: 422,
    title: 'A webhook endpoint cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Create an endpoint with "eventTypes": ["Orders"].',
  },
  webhook_endpoint_disabled: {
    status: 409,
    title: 'The webhook endpoint is disabled',
    detail: ({ reason }) => `It was disabled (${String(reason)}). Mend the receiver, then enable the endpoint.`,
    example: { reason: 'failing' },
    howToProvoke: 'Disable an endpoint and send it a test.',
  },
  webhook_url_forbidden: {
    status: 422,
    title: 'Webhooks cannot be sent there',
    detail: ({ reason }) => `The URL ${String(reason)}.`,
    example: { reason: 'must begin with https://' },
    cause:
      'Webhooks go to public addresses over https only, so that nobody can use this service to reach private networks.',
    howToProvoke: 'Create an endpoint with "url": "https://127.0.0.1/".',
  },
  webhook_outlets_restricted: {
    status: 403,
    title: 'The endpoint would get events of other outlets',
    detail: 'You may act for some outlets only: name outletIds, and none but those.',
  },
  too_many_webhook_endpoints: {
    status: 409,
    title: 'There are too many webhook endpoints',
    detail: ({ limit }) => `At most ${String(limit)}. Delete one that is not used.`,
    example: { limit: 50 },
  },
  webhook_secret_changed: {
    status: 409,
    title: 'Somebody else rotated the secret at the same time',
    detail: 'Read the endpoint, and rotate again if you still want to.',
  },
  secrets_not_configured: {
    status: 409,
    title: 'This service cannot keep secrets yet',
    detail:
      'Webhooks are signed with a secret, and no key to seal it with is set. Whoever runs the service sets SECRETS_KEY to ' +
      'the output of: openssl rand -base64 32',
    howToProvoke: 'Create an endpoint at a service that runs without SECRETS_KEY.',
  },
  webhook_delivery_not_found: {
    status: 404,
    title: 'There is no such webhook delivery',
    detail: 'Check the id. Deliveries are kept for 30 days, parked ones for 90.',
  },
  webhook_event_gone: {
    status: 409,
    title: 'The event is no longer kept',
    detail: 'It was cleared away, so its payload cannot be sent again. Read the state from the API instead.',
  },
  webhook_replay_too_large: {
    status: 422,
    title: 'That would be too many at once',
    detail: ({ limit }) => `At most ${String(limit)} deliveries in one call. Name a shorter time with from and to.`,
    example: { limit: 10_000 },
  },
  webhook_replay_period_invalid: {
    status: 422,
    title: 'The time to replay ends before it begins',
    detail: 'errors[] names the bad place.',
  },
};
