import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { AGGREGATE_OF } from '../../src/app/event-aggregates.js';
import { attributesOf, dataSchemaOf, structured } from '../../src/platform/cloudevents/envelope.js';
import type { LoggedEvent } from '../../src/kernel/outbox.js';
import { startService, type TestService } from '../harness/service.js';
import { openRegistry, walkDiscovery } from './discovery-walk.js';
import { businessEvents } from './business-walk.js';
import { exampleOf } from './event-example.js';
import { loggedEvents, walk } from './event-walk.js';
import { openInventory, walkSyncs } from './sync-walk.js';

// The contract of events is true: what the service really emits adheres to what openapi/schemas/events promises.

const TYPES = Object.keys(AGGREGATE_OF);
const EXAMPLES = 'openapi/examples/events';
/** Events that the walk cannot bring about, with the reason. */
const NOT_EXERCISED: Readonly<Record<string, string>> = {};

const ajv = addFormats.default(new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }));
const validators = new Map<string, ValidateFunction>(
  TYPES.map((type) => [type, ajv.compile(json(`openapi/schemas/events/${type}/1.json`) as object)]),
);
const envelope = addFormats
  .default(new Ajv({ strict: false }))
  .compile(json('test/vectors/cloudevents.schema.json') as object);
let inventory: Awaited<ReturnType<typeof openInventory>>;
let outlets: Awaited<ReturnType<typeof openRegistry>>;
let service: TestService;
let events: LoggedEvent[];
beforeAll(async () => {
  inventory = await openInventory();
  outlets = await openRegistry();
  const source = { INVENTORY_URL: inventory.url, INVENTORY_TOKEN: 'secret', ...outlets.settings };
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64'), ...source });
  await walk(service);
  await walkSyncs(service, inventory);
  await walkDiscovery(service, outlets.registry);
  events = [...(await loggedEvents(service)), ...(await businessEvents())];
});
afterAll(async () => {
  await service.close();
  inventory.close();
  await outlets.registry.goAway();
});

test('the walk brings about every event of the catalogue but those with a reason', () => {
  const seen = new Set(events.map(({ type }) => type));
  expect(TYPES.filter((type) => !seen.has(type))).toEqual(Object.keys(NOT_EXERCISED));
  expect([...seen].filter((type) => !TYPES.includes(type))).toEqual([]);
});

test.each(TYPES.filter((type) => !(type in NOT_EXERCISED)))('%s is what its schema says', (type) => {
  const validate = validators.get(type) as ValidateFunction;
  const ofType = events.filter((event) => event.type === type);
  for (const event of ofType) {
    validate(JSON.parse(event.json));
    expect({ errors: validate.errors, aggregate: event.aggregate }).toEqual({
      errors: null,
      aggregate: AGGREGATE_OF[type as keyof typeof AGGREGATE_OF],
    });
  }
  expect(validate.schema).toMatchObject({ $id: dataSchemaOf(type) });
});

test('the schemas know all that is sent: a field that they do not name would be a secret', () => {
  const closed = addFormats.default(new Ajv({ strict: false, allErrors: true }));
  for (const type of TYPES) closed.addSchema(closedSchema(json(`openapi/schemas/events/${type}/1.json`)), type);
  const unnamed = events.flatMap(({ type, json: data }) => {
    closed.validate(type, JSON.parse(data));
    return (closed.errors ?? [])
      .filter(({ keyword }) => keyword === 'additionalProperties')
      .map(({ instancePath, params }) => `${type}${instancePath}/${params['additionalProperty']}`);
  });
  expect(unnamed).toEqual([]);
});

test('every envelope is a CloudEvent 1.0, and its data is the text that was committed', () => {
  const wrong = events.filter((event) => !envelope(JSON.parse(structured(event))));
  expect(wrong).toEqual([]);
  for (const event of events) {
    expect(JSON.parse(structured(event))).toEqual({ ...attributesOf(event), data: JSON.parse(event.json) });
  }
});

test('the examples in the contract are of this kind', () => {
  if (process.env['RECORD_EVENT_EXAMPLES'] !== undefined) record();
  for (const type of TYPES.filter((name) => !(name in NOT_EXERCISED))) {
    const example = json(`${EXAMPLES}/${type}.json`) as { type: string; data: unknown };
    expect(example.type).toBe(type);
    expect(envelope(example)).toBe(true);
    const validate = validators.get(type) as ValidateFunction;
    validate(example.data);
    expect(validate.errors).toBeNull();
  }
});

/** Takes the first event of each type as its example. */
function record(): void {
  mkdirSync(EXAMPLES, { recursive: true });
  for (const type of TYPES) {
    const event = events.find((candidate) => candidate.type === type);
    if (event === undefined) continue;
    writeFileSync(path.join(EXAMPLES, `${type}.json`), `${JSON.stringify(exampleOf(event), null, 2)}\n`);
  }
}

/** The schema with no room for what it does not name. */
function closedSchema(schema: unknown): object {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.fromEntries(Object.entries(part).map(([name, member]) => [name, close(member)]));
    const isObject = 'properties' in members && !('additionalProperties' in members) && members['type'] === 'object';
    return isObject ? { ...members, additionalProperties: false } : members;
  };
  const { $id: _, ...rest } = close(schema) as { $id: string };
  return rest;
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
