import type { Decision } from '../../../kernel/decision.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type {
  DisabledEndpoint,
  DisableReason,
  EnabledEndpoint,
  EndpointMaking,
  EndpointRefusal,
  EndpointWish,
  StoredSecret,
  WebhookEndpoint,
} from './endpoint.js';
import { endpointEvent, rotatedEvent, type WebhookEndpointEvent } from './endpoint-events.js';
import { isEventPattern } from './event-pattern.js';

const EVENT_TYPES_MAX = 100;
const OUTLETS_MAX = 1_000;
const DESCRIPTION_MAX = 500;
const HOUR_MS = 3_600_000;

type Outcome<State> = Decision<State, WebhookEndpointEvent>;

/** Makes an endpoint, which gets all events from now on. @throws Refusal `webhook_endpoint_invalid`. */
export function createEndpoint(wish: EndpointWish, making: EndpointMaking): Outcome<EnabledEndpoint> {
  const { id, secret, by, at } = making;
  const state: EnabledEndpoint = {
    ...checked(wish),
    id,
    secret,
    status: 'enabled',
    previous: null,
    version: 1,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    failingSince: null,
    lastSuccessAt: null,
  };
  return { state, events: [endpointEvent('pos.webhook_endpoint.created', state)] };
}

/**
 * Changes address, description and filters; a wish that is the state already changes nothing.
 * @throws Refusal `webhook_endpoint_invalid`.
 */
export function changeEndpoint(
  endpoint: WebhookEndpoint,
  changes: Partial<EndpointWish>,
  at: Date,
): Outcome<WebhookEndpoint> {
  const { url, description, eventTypes, outletIds } = endpoint;
  const present: EndpointWish = { url, description, eventTypes, outletIds };
  const wish = checked({ ...present, ...changes });
  if (JSON.stringify(wish) === JSON.stringify(checked(present))) return { state: endpoint, events: [] };
  const state = { ...endpoint, ...wish, version: endpoint.version + 1, updatedAt: at };
  return { state, events: [endpointEvent('pos.webhook_endpoint.changed', state)] };
}

/** Gives the endpoint a new secret; the present one signs too until the overlap has passed. An earlier one ends now. */
export function rotateSecret(
  endpoint: WebhookEndpoint,
  secret: StoredSecret,
  { overlapHours, at }: { readonly overlapHours: number; readonly at: Date },
): Outcome<WebhookEndpoint> {
  const until = new Date(at.getTime() + overlapHours * HOUR_MS);
  const previous = overlapHours === 0 ? null : { sealed: endpoint.secret.sealed, until };
  const state = { ...endpoint, secret, previous, version: endpoint.version + 1, updatedAt: at };
  return { state, events: [rotatedEvent(state, until)] };
}

/** Lets events go out again, with the count of failure begun anew. What waited meanwhile is sent. */
export function enableEndpoint(endpoint: WebhookEndpoint, at: Date): Outcome<EnabledEndpoint> {
  if (endpoint.status === 'enabled') return { state: endpoint, events: [] };
  const { reason: _reason, disabledAt: _disabledAt, ...kept } = endpoint;
  const version = endpoint.version + 1;
  const state: EnabledEndpoint = { ...kept, status: 'enabled', failingSince: null, version, updatedAt: at };
  return { state, events: [endpointEvent('pos.webhook_endpoint.enabled', state)] };
}

/** Lets no more events go out. One that is disabled already stays as it is, with the first reason. */
export function disableEndpoint(endpoint: WebhookEndpoint, reason: DisableReason, at: Date): Outcome<DisabledEndpoint> {
  if (endpoint.status === 'disabled') return { state: endpoint, events: [] };
  const version = endpoint.version + 1;
  const state: DisabledEndpoint = { ...endpoint, status: 'disabled', reason, disabledAt: at, version, updatedAt: at };
  return { state, events: [endpointEvent('pos.webhook_endpoint.disabled', state)] };
}

/** Ends an endpoint for good. The state is its last. */
export function deleteEndpoint(endpoint: WebhookEndpoint, at: Date): Outcome<WebhookEndpoint> {
  const state = { ...endpoint, version: endpoint.version + 1, updatedAt: at };
  return { state, events: [endpointEvent('pos.webhook_endpoint.deleted', state)] };
}

/** Refuses what needs events to go out. @throws Refusal `webhook_endpoint_disabled`. */
export function assertEnabled(endpoint: WebhookEndpoint): void {
  if (endpoint.status !== 'enabled')
    throw new Refusal<EndpointRefusal>('webhook_endpoint_disabled', {
      endpointId: endpoint.id,
      reason: endpoint.reason,
    });
}

function checked(wish: EndpointWish): EndpointWish {
  const eventTypes = [...new Set(wish.eventTypes)].sort();
  const outletIds = wish.outletIds === null ? null : [...new Set(wish.outletIds)].sort();
  const fields: RefusedField[] = [];
  if (wish.description.length > DESCRIPTION_MAX)
    fields.push({ pointer: '/description', message: `must have at most ${DESCRIPTION_MAX} characters` });
  if (eventTypes.length === 0 || eventTypes.length > EVENT_TYPES_MAX)
    fields.push({ pointer: '/eventTypes', message: `must name 1 to ${EVENT_TYPES_MAX} types` });
  for (const [index, pattern] of wish.eventTypes.entries()) {
    if (!isEventPattern(pattern))
      fields.push({ pointer: `/eventTypes/${index}`, message: 'must be like pos.order.created, pos.order.* or *' });
  }
  if (outletIds !== null && (outletIds.length === 0 || outletIds.length > OUTLETS_MAX))
    fields.push({ pointer: '/outletIds', message: `must name 1 to ${OUTLETS_MAX} outlets, or be null` });
  if (fields.length > 0) throw new Refusal<EndpointRefusal>('webhook_endpoint_invalid', {}, fields);
  return { url: wish.url, description: wish.description, eventTypes, outletIds };
}
