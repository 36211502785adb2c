import { readdirSync, readFileSync } from 'node:fs';
import { compareRoutes, type Routes } from '../../tools/compare-routes.js';
import { compareSchemas, type Schema } from '../../tools/compare-schemas.js';

// The check finds what would break a consumer, and lets pass what would not: breaks are planted one by one.

const MONEY: Schema = {
  type: 'object',
  properties: { amount: { type: 'integer' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
  required: ['amount', 'currency'],
};
const ORDER: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    status: { type: 'string', enum: ['open', 'completed'] },
    total: { $ref: '#/definitions/Money' },
    note: { type: ['string', 'null'] },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] } },
    kind: { const: 'sale' },
    digits: { type: 'object', additionalProperties: { type: 'integer' } },
    parent: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
  },
  required: ['id', 'status', 'total', 'note', 'lines', 'kind', 'digits'],
};

type Definitions = { readonly definitions: Readonly<Record<string, Schema>> };
const rooted = (order: Schema, money: Schema = MONEY): Schema & Definitions => ({
  ...order,
  definitions: { Money: money },
});
const member = (name: string, schema: Schema | undefined): Schema => {
  const { [name]: _, ...others } = ORDER.properties ?? {};
  return { ...ORDER, properties: schema === undefined ? others : { ...others, [name]: schema } };
};
const optional = (name: string): Schema => ({ ...ORDER, required: ORDER.required?.filter((other) => other !== name) });
const lines = (line: Schema): Schema => member('lines', { type: 'array', items: line });

function breaks(after: Schema): string[] {
  const name = 'pos.order.created/1';
  return compareSchemas(new Map([[name, rooted(ORDER)]]), new Map([[name, after]])).map(
    ({ pointer, what }) => `${pointer} ${what}`,
  );
}

test.each<[string, Schema]>([
  ['nothing', rooted(ORDER)],
  ['a new field', rooted({ ...ORDER, properties: { ...ORDER.properties, tip: { $ref: '#/definitions/Money' } } })],
  [
    'a new field that is always there',
    rooted({ ...member('tip', MONEY), required: [...(ORDER.required ?? []), 'tip'] }),
  ],
  ['a field that is always there from now on', rooted({ ...ORDER, required: Object.keys(ORDER.properties ?? {}) })],
  ['a value that is never used again', rooted(member('status', { type: 'string', enum: ['open'] }))],
  ['a field that is never null again', rooted(member('note', { type: 'string' }))],
  ['a field of a narrower form', rooted(member('note', { type: ['string', 'null'], format: 'email' }))],
  ['a type written out instead of named', rooted(member('total', MONEY))],
  ['other words in the description', rooted({ ...ORDER, description: 'An order.' } as Schema)],
])('%s breaks nobody', (_, after) => expect(breaks(after)).toEqual([]));

test.each<[string, Schema, string]>([
  ['a field that is gone', rooted(member('id', undefined)), '/id is gone'],
  ['an optional field that is gone', rooted(member('parent', undefined)), '/parent is gone'],
  ['a field that may be absent', rooted(optional('id')), '/id was always there and may be absent'],
  ['another type', rooted(member('id', { type: 'integer' })), '/id was string and may be integer'],
  [
    'a field that may be null',
    rooted(member('lines', { ...ORDER.properties?.['lines'], type: ['array', 'null'] })),
    '/lines was array and may be null',
  ],
  ['anything for a type', rooted(member('id', {})), '/id was string and may be anything'],
  [
    'a fraction for a count',
    rooted(ORDER, { ...MONEY, properties: { ...MONEY.properties, amount: { type: 'number' } } }),
    '/total/amount was integer and may be number',
  ],
  [
    'a new word',
    rooted(member('status', { type: 'string', enum: ['open', 'completed', 'lost'] })),
    '/status was one of "open", "completed" and may be "lost"',
  ],
  [
    'any word',
    rooted(member('status', { type: 'string' })),
    '/status was one of "open", "completed" and may be anything',
  ],
  ['another constant', rooted(member('kind', { const: 'order' })), '/kind was one of "sale" and may be "order"'],
  ['another format', rooted(member('id', { type: 'string', format: 'uri' })), '/id had the format uuid and has uri'],
  ['no format', rooted(member('id', { type: 'string' })), '/id had the format uuid and has none'],
  [
    'another pattern deep inside',
    rooted(ORDER, { ...MONEY, properties: { ...MONEY.properties, currency: { type: 'string' } } }),
    '/total/currency had the pattern ^[A-Z]{3}$ and has none',
  ],
  ['something in a list', rooted(lines({ type: 'object', properties: {} })), '/lines/-/sku is gone'],
  [
    'something in a list that may be absent',
    rooted(lines({ type: 'object', properties: { sku: { type: 'string' } } })),
    '/lines/-/sku was always there and may be absent',
  ],
  [
    'something in a map',
    rooted(member('digits', { type: 'object', additionalProperties: { type: 'string' } })),
    '/digits/* was integer and may be string',
  ],
  [
    'a new alternative',
    rooted(member('parent', { anyOf: [{ $ref: '#' }, { type: 'null' }, { type: 'string' }] })),
    '/parent was object or null and may be string',
  ],
])('%s is found', (_, after, expected) => expect(breaks(after)).toEqual([expected]));

test('an event that is gone is found, a new one is not', () => {
  const before = new Map([['pos.a/1', ORDER]]);
  expect(compareSchemas(before, new Map([['pos.b/1', ORDER]]))).toEqual([
    { contract: 'pos.a/1', pointer: '', what: 'is gone' },
  ]);
  expect(compareSchemas(new Map(), before)).toEqual([]);
});

// Of alternatives a reader has to expect each already: there, a field that one of them never had is no promise.
const REAL = readdirSync('openapi/schemas/events').filter((type) => type !== 'pos.order.created');

test.each(REAL)('%s: each of its fields is missed', (type) => {
  const text = readFileSync(`openapi/schemas/events/${type}/1.json`, 'utf8');
  const before = new Map([[type, JSON.parse(text) as Schema]]);
  expect(compareSchemas(before, new Map([[type, JSON.parse(text)]]))).toEqual([]);
  const unmissed = memberPathsOf(JSON.parse(text)).filter((path) => {
    const after = JSON.parse(text) as object;
    const [name = '', ...owners] = [...path].reverse();
    const owner = owners.reduceRight<unknown>((part, key) => (part as Record<string, unknown>)[key], after);
    Reflect.deleteProperty(owner as object, name);
    return compareSchemas(before, new Map([[type, after]])).length === 0;
  });
  expect(unmissed).toEqual([]);
});

/** Where the members of objects stand in a schema. */
function memberPathsOf(schema: unknown, path: readonly string[] = []): string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const isMembers = path.at(-1) === 'properties' && path.at(-2) !== 'properties';
  return Object.entries(schema).flatMap(([name, part]) => [
    ...(isMembers ? [[...path, name]] : []),
    ...memberPathsOf(part, [...path, name]),
  ]);
}

const BODY = {
  type: 'object',
  properties: { name: { type: 'string' } },
  required: ['name'],
  additionalProperties: false,
};
const POST = {
  parameters: [{ in: 'query', name: 'limit' }],
  requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Body' } } } },
  responses: {
    201: {
      content: {
        'application/json': { schema: { ...BODY, properties: { id: { type: 'string' } }, required: ['id'] } },
      },
    },
    409: {},
  },
};

function routes(operation: object | undefined, body: object = BODY): Routes {
  const paths = operation === undefined ? {} : { '/things': { post: operation } };
  return { paths, components: { schemas: { Body: body } } } as unknown as Routes;
}

test.each<[string, Routes]>([
  ['a new parameter', routes({ ...POST, parameters: [...POST.parameters, { in: 'query', name: 'q' }] })],
  [
    'a new optional member',
    routes(POST, { ...BODY, properties: { name: { type: 'string' }, note: { type: 'string' } } }),
  ],
  ['a member that need not be given', routes(POST, { ...BODY, required: [] })],
  ['a refusal that is gone', routes({ ...POST, responses: { 201: POST.responses[201] } })],
])('routes: %s breaks nobody', (_, after) => expect(compareRoutes(routes(POST), after)).toEqual([]));

test.each<[string, Routes, string]>([
  ['a route that is gone', routes(undefined), ' is gone'],
  ['a parameter that is refused', routes({ ...POST, parameters: [] }), 'query limit is refused'],
  [
    'a parameter that must be given',
    routes({ ...POST, parameters: [{ in: 'query', name: 'limit', required: true }] }),
    'query limit must be given, and need not be before',
  ],
  [
    'a member that is refused',
    routes(POST, { ...BODY, properties: {}, required: [] }),
    '/name is refused, and was not before',
  ],
  [
    'a member that must be given',
    routes(POST, { ...BODY, properties: { ...BODY.properties, note: { type: 'string' } }, required: ['name', 'note'] }),
    '/note must be given, and need not be before',
  ],
  [
    'a member of another type',
    routes(POST, { ...BODY, properties: { name: { type: 'integer' } } }),
    '/name may only be integer, and could be string',
  ],
  [
    'an answer that lacks something',
    routes({ ...POST, responses: { 201: { content: { 'application/json': { schema: { type: 'object' } } } } } }),
    '/id is gone',
  ],
  [
    'an answer of another status',
    routes({ ...POST, responses: { 200: POST.responses[201] } }),
    '201 is no answer any more',
  ],
])('routes: %s is found', (_, after, expected) => {
  const found = compareRoutes(routes(POST), after).map(({ pointer, what }) => `${pointer} ${what}`);
  expect(found).toEqual([expected]);
});
