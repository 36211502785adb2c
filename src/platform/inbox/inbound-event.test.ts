import { documentOf, eventFrom, MalformedEvent } from './inbound-event.js';

const good = {
  specversion: '1.0',
  id: 'e1',
  source: '/auth',
  type: 'auth.outlet.changed',
  tenant: 'acme',
  data: { id: 1 },
};
const expected = { source: 'auth' };

function pointersOf(document: unknown, expectation: Parameters<typeof eventFrom>[1] = expected): string[] {
  try {
    eventFrom(document, expectation);
  } catch (error) {
    if (error instanceof MalformedEvent) return error.fields.map(({ pointer }) => pointer);
    throw error;
  }
  return ['none'];
}

test('an event with everything is read, and can be written and read again', () => {
  const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
  const all = { ...good, subject: 'outlets/1', time: '2026-01-05T10:00:00.5+03:00', sequence: '7', traceparent };
  const event = eventFrom({ ...all, datacontenttype: 'application/json', unknown: 1 }, expected);
  expect(event).toEqual({
    source: 'auth',
    id: 'e1',
    type: 'auth.outlet.changed',
    tenantSlug: 'acme',
    subject: 'outlets/1',
    time: new Date('2026-01-05T07:00:00.500Z'),
    sequence: 7,
    traceParent: traceparent,
    data: { id: 1 },
  });
  expect(eventFrom(JSON.parse(JSON.stringify(documentOf(event))), expected)).toEqual(event);
});

test.each([
  { title: 'a number', document: 1, pointers: [''] },
  { title: 'a list', document: [good], pointers: [''] },
  { title: 'nothing', document: {}, pointers: ['/specversion', '/id', '/source', '/type', '/tenant'] },
  { title: 'another version', document: { ...good, specversion: '0.3' }, pointers: ['/specversion'] },
  { title: 'an id that is a number', document: { ...good, id: 1 }, pointers: ['/id'] },
  { title: 'an id without end', document: { ...good, id: 'x'.repeat(256) }, pointers: ['/id'] },
  { title: 'an id that no database can hold', document: { ...good, id: 'a\0' }, pointers: ['/id'] },
  { title: 'the type of another sibling', document: { ...good, type: 'treasury.paid' }, pointers: ['/type'] },
  { title: 'a type that only begins alike', document: { ...good, type: 'authority.x' }, pointers: ['/type'] },
  { title: 'a tenant that is none', document: { ...good, tenant: 'A B' }, pointers: ['/tenant'] },
  { title: 'a time that is none', document: { ...good, time: 'yesterday' }, pointers: ['/time'] },
  { title: 'a time without offset', document: { ...good, time: '2026-01-05T10:00:00' }, pointers: ['/time'] },
  { title: 'a 32nd of January', document: { ...good, time: '2026-01-32T10:00:00Z' }, pointers: ['/time'] },
  { title: 'data that is no JSON', document: { ...good, datacontenttype: 'text/xml' }, pointers: ['/datacontenttype'] },
  { title: 'packed data that is no JSON', document: { ...good, data_base64: '####' }, pointers: ['/data_base64'] },
  {
    title: 'a sequence of letters, which means nothing to us',
    document: { ...good, sequence: 'b' },
    pointers: ['none'],
  },
  { title: 'no data', document: { ...good, data: undefined }, pointers: ['none'] },
  { title: 'packed data', document: { ...good, data: undefined, data_base64: 'eyJpZCI6MX0=' }, pointers: ['none'] },
])('$title', ({ document, pointers }) => expect(pointersOf(document)).toEqual(pointers));

test.each([
  { title: 'no tenant', tenant: undefined, pointers: ['none'] },
  { title: 'the same tenant', tenant: 'acme', pointers: ['none'] },
  { title: 'another tenant', tenant: 'beta', pointers: ['/tenant'] },
])('where the door knows the tenant, an event may name $title', ({ tenant, pointers }) => {
  expect(pointersOf({ ...good, tenant }, { ...expected, tenantSlug: 'acme' })).toEqual(pointers);
});

test('what could be read of a bad event is told', () => {
  const read = () => eventFrom({ ...good, specversion: '2.0' }, expected);
  expect(read).toThrow(expect.objectContaining({ told: { id: 'e1', type: good.type, tenantSlug: 'acme' } }));
});
