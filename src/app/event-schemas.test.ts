import { parse } from 'yaml';
import { startService, type TestService } from '../../test/harness/service.js';
import { AGGREGATE_OF } from './event-aggregates.js';
import { dataSchemaOf } from '../platform/cloudevents/envelope.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (path: string): Promise<Response> => fetch(`${service.baseUrl}${path}`);

test('the list leads to the schema of every event, and nobody has to sign in', async () => {
  const { data } = (await (await get('/schemas/events')).json()) as { data: { type: string; path: string }[] };
  expect(data.map(({ type }) => type)).toEqual(Object.keys(AGGREGATE_OF).sort());
  for (const { type, path } of data) {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('application/schema+json');
    expect(await answer.json()).toMatchObject({ $id: dataSchemaOf(type), title: type });
  }
});

test('the AsyncAPI document is served in both forms, and its references lead to the schemas', async () => {
  const document = parse(await (await get('/events.yaml')).text());
  expect(document).toEqual(await (await get('/events.json')).json());
  const { $ref } = document.components.messages['pos.order.completed'].payload;
  const address = new URL($ref as string, `${service.baseUrl}/events.yaml`);
  expect(await (await fetch(address)).json()).toMatchObject({ title: 'pos.order.completed' });
});

test.each([
  '/schemas/events/pos.order.completed/2.json',
  '/schemas/events/pos.nothing/1.json',
  '/schemas/events/pos.order.completed/..%2F..%2F..%2Fpos.json',
  '/schemas/events/%2e%2e/events.json',
  '/schemas/events/__proto__/1.json',
])('%s is not found', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});
