import type { WebhookEndpoint } from './endpoint.js';
import type { EndpointWish } from './endpoint.js';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  rotateSecret,
} from './endpoint-lifecycle.js';
import { asksFor, isEventPattern } from './event-pattern.js';
import { AT, disabled, enabled, making, OUTLET, wish } from './endpoint.examples.js';
import { Refusal } from '../../../kernel/refusal.js';

const LATER = new Date('2026-11-22T10:00:00Z');
const NEXT = { sealed: 'sealed-2', number: 2, hint: 'next' };

const commands = {
  create: (_endpoint: WebhookEndpoint) => createEndpoint(wish, making),
  change: (endpoint: WebhookEndpoint) => changeEndpoint(endpoint, { description: 'Other' }, LATER),
  'change nothing': (endpoint: WebhookEndpoint) => changeEndpoint(endpoint, { eventTypes: ['pos.order.*'] }, LATER),
  rotate: (endpoint: WebhookEndpoint) => rotateSecret(endpoint, NEXT, { overlapHours: 24, at: LATER }),
  enable: (endpoint: WebhookEndpoint) => enableEndpoint(endpoint, LATER),
  disable: (endpoint: WebhookEndpoint) => disableEndpoint(endpoint, 'manual', LATER),
  delete: (endpoint: WebhookEndpoint) => deleteEndpoint(endpoint, LATER),
};
type Cell = readonly [status: WebhookEndpoint['status'], event: string | undefined];
const outcomes: Record<keyof typeof commands, Record<WebhookEndpoint['status'], Cell>> = {
  create: { enabled: ['enabled', 'created'], disabled: ['enabled', 'created'] },
  change: { enabled: ['enabled', 'changed'], disabled: ['disabled', 'changed'] },
  'change nothing': { enabled: ['enabled', undefined], disabled: ['disabled', undefined] },
  rotate: { enabled: ['enabled', 'rotated'], disabled: ['disabled', 'rotated'] },
  enable: { enabled: ['enabled', undefined], disabled: ['enabled', 'enabled'] },
  disable: { enabled: ['disabled', 'disabled'], disabled: ['disabled', undefined] },
  delete: { enabled: ['enabled', 'deleted'], disabled: ['disabled', 'deleted'] },
};
const states = { enabled, disabled };

describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('an endpoint that is %s: %j', (status, [next, event]) => {
    const before = states[status as keyof typeof states];
    const { state, events } = commands[command as keyof typeof commands](before);
    expect(state.status).toBe(next);
    expect(events.map(({ type }) => type)).toEqual(event === undefined ? [] : [`pos.webhook_endpoint.${event}`]);
    if (event !== undefined && command !== 'create') expect(state.version).toBe(before.version + 1);
    for (const one of events) {
      expect(one).toMatchObject({ aggregate: 'webhook_endpoints', aggregateId: enabled.id, sequence: state.version });
      expect(JSON.stringify(one)).not.toMatch(/sealed|hidden/);
      expect(one.data.webhookEndpoint.origin).toBe('https://hooks.example.com');
    }
  });
});

test('a rotated endpoint signs with both secrets until the overlap has passed', () => {
  const { state } = rotateSecret(enabled, NEXT, { overlapHours: 24, at: AT });
  expect(state).toMatchObject({ secret: NEXT, previous: { sealed: 'sealed-1', until: LATER } });
  expect(rotateSecret(enabled, NEXT, { overlapHours: 0, at: AT }).state.previous).toBeNull();
});

test('enabling begins the count of failure anew; the first reason of disabling stays', () => {
  expect(enableEndpoint(disabled, LATER).state).toMatchObject({ failingSince: null, status: 'enabled' });
  expect(disableEndpoint(disabled, 'manual', LATER).state.reason).toBe('failing');
});

test.each<[Partial<EndpointWish>, string[]]>([
  [{ eventTypes: [] }, ['/eventTypes']],
  [{ eventTypes: ['pos.order.*', 'pos.*.created', 'Pos', ''] }, ['/eventTypes/1', '/eventTypes/2', '/eventTypes/3']],
  [{ outletIds: [] }, ['/outletIds']],
  [{ description: 'x'.repeat(501) }, ['/description']],
])('%j is refused at %j', (bad, pointers) => {
  for (const attempt of [() => createEndpoint({ ...wish, ...bad }, making), () => changeEndpoint(enabled, bad, AT)]) {
    try {
      attempt();
      throw new Error('not refused');
    } catch (error) {
      expect((error as Refusal).fields.map(({ pointer }) => pointer)).toEqual(pointers);
    }
  }
});

test('filters are kept in one order and without repetition', () => {
  const messy = { ...wish, eventTypes: ['pos.b', 'pos.a', 'pos.b'], outletIds: [OUTLET, OUTLET] };
  expect(createEndpoint(messy, making).state).toMatchObject({ eventTypes: ['pos.a', 'pos.b'], outletIds: [OUTLET] });
});

test.each([
  ['*', 'pos.order.created', true],
  ['pos.*', 'pos.order.created', true],
  ['pos.order.*', 'pos.order.created', true],
  ['pos.order.*', 'pos.orders', false],
  ['pos.order.created', 'pos.order.created', true],
  ['pos.order.created', 'pos.order.created_again', false],
])('%s asks for %s: %j', (pattern, type, asked) => {
  expect(isEventPattern(pattern)).toBe(true);
  expect(asksFor([pattern], type)).toBe(asked);
  expect(asksFor(['pos.none', pattern], type)).toBe(asked);
});
