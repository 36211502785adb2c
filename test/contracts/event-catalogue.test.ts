import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import asyncapi from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import ts from 'typescript';
import { parse } from 'yaml';
import { AGGREGATE_OF } from '../../src/app/event-aggregates.js';
import { dataSchemaOf, EVENT_SCHEMA_BASE } from '../../src/platform/cloudevents/envelope.js';
import { nodesOf, placeOf, sourcesBelow } from '../architecture/source-files.js';

// What openapi/events.yaml promises is well-formed, and says something of every event there is.

const TYPES = Object.keys(AGGREGATE_OF);
/** Sent to test an endpoint; nothing has happened, so it is in no log, topic or stream. */
const NO_EVENT = new Set(['pos.webhook.test']);
const document = parse(readFileSync('openapi/events.yaml', 'utf8'));

test('every event that a module names is in the catalogue, and the other way round', () => {
  const product = sourcesBelow('src/modules').filter(({ path: file }) => !/\.(test|examples)\.ts$/.test(file));
  const named = product.flatMap((file) =>
    nodesOf(file, ts.isStringLiteral)
      .filter(({ text }) => /^pos\.[a-z_]+(\.[a-z_]+)+$/.test(text) || TYPES.includes(text))
      .map((node) => ({ type: node.text, place: placeOf(file, node) })),
  );
  expect(named.filter(({ type }) => !TYPES.includes(type) && !NO_EVENT.has(type))).toEqual([]);
  const types = new Set(named.map(({ type }) => type));
  expect(TYPES.filter((type) => !types.has(type))).toEqual([]);
});

test('the document is AsyncAPI 3.0', () => {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
  const { definitions, ...schema } = asyncapi.schemas['3.0.0'] as { definitions: Record<string, object> };
  // The schema of JSON Schema is ajv's own already.
  for (const [id, definition] of Object.entries(definitions)) {
    if (id !== 'http://json-schema.org/draft-07/schema') ajv.addSchema(definition, id);
  }
  const validate = ajv.compile(schema);
  expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
  expect(validate({ ...document, channels: { 'a channel': { address: 7 } } })).toBe(false);
});

test('each event has its schema and its example, and nothing is left of one that is gone', () => {
  expect(readdirSync('openapi/schemas/events').sort()).toEqual([...TYPES].sort());
  expect(readdirSync('openapi/examples/events').sort()).toEqual(TYPES.map((type) => `${type}.json`).sort());
});

test('both forms of the document are one', () => {
  expect(JSON.parse(readFileSync('openapi/events.json', 'utf8'))).toEqual(document);
});

test('every reference leads somewhere', () => {
  const lost = referencesOf(document).filter((reference) => {
    if (!reference.startsWith('#/')) return !existsSync(path.join('openapi', reference));
    return at(document, reference.slice(2).split('/')) === undefined;
  });
  expect(lost).toEqual([]);
});

test.each(Object.entries(AGGREGATE_OF))(
  '%s goes to the topic of %s, with schema, key and example',
  (type, aggregate) => {
    const channel = document.channels[aggregate];
    expect(channel).toMatchObject({ address: `pos.${aggregate}`, messages: { [type]: expect.anything() } });
    const message = document.components.messages[type];
    expect(message).toMatchObject({
      name: type,
      summary: expect.stringMatching(/\.$/),
      bindings: { kafka: { key: { type: 'string' } } },
      examples: [{ headers: { ce_type: type, ce_dataschema: dataSchemaOf(type) }, payload: expect.any(Object) }],
    });
    const schema = JSON.parse(readFileSync(path.join('openapi', message.payload.$ref as string), 'utf8'));
    expect(schema.$id).toBe(`${EVENT_SCHEMA_BASE}${type}/1.json`);
  },
);

test('the headers of the examples are as the document says', () => {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
  const { KafkaHeaders: headers } = document.components.schemas;
  const validate = ajv.compile(headers as object);
  for (const type of TYPES) {
    validate(document.components.messages[type].examples[0].headers);
    expect(validate.errors).toBeNull();
  }
});

function referencesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, member]) =>
    name === '$ref' && typeof member === 'string' ? [member] : referencesOf(member),
  );
}

function at(part: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], part);
}
