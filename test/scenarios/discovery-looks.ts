import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sign } from '../../src/platform/signatures/standard-webhooks.js';
import type { TestService } from '../harness/service.js';

type Row = Record<string, unknown>;

/** Rows of the service's tenant, read as the owner of the database. */
export async function rowsOf({ database, tenant }: TestService, text: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Looks until it is so. */
export async function until<Value>(look: () => Promise<Value>, is: (value: Value) => boolean): Promise<Value> {
  const end = Date.now() + 60_000; // an endless wait would keep the whole run from ending
  for (;;) {
    const value = await look();
    if (is(value)) return value;
    if (Date.now() > end) throw new Error(`it has not come to that: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The auth service tells of an outlet by callback. @returns the answer's status. */
export async function announceTo(
  service: TestService,
  secret: string,
  what: string,
  told: { readonly time: string; readonly data: object },
): Promise<number> {
  const event = { specversion: '1.0', source: '/auth', id: randomUUID(), type: `auth.outlet.${what}`, ...told };
  const body = JSON.stringify(event);
  const [id, seconds] = [`msg_${randomUUID()}`, Math.floor(Date.now() / 1000)];
  const headers = {
    'Content-Type': 'application/cloudevents+json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign([secret], id, seconds, body),
  };
  const path = `/v1/${service.tenant.slug}/integrations/callbacks/auth`;
  return (await service.call('POST', path, { token: null, withoutKey: true, headers, body })).status;
}
