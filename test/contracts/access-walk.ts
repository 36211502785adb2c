import { Client } from 'pg';
import { CHORE, WORKER_POOL } from '../../src/platform/postgres/tokens.js';
import type { Answer, TestService } from '../harness/service.js';

/** Brings about every event of roles, and of keys what becomes of them after they were made. */
export async function walkAccess(service: TestService): Promise<void> {
  await done(service, 'POST', '/roles', { code: 'night_cashier', name: 'Night cashier', basedOn: 'cashier' });
  const changes = { permissions: ['orders:read', 'orders:write'], reason: 'no gift cards at night' };
  await done(service, 'PATCH', '/roles/night_cashier', changes);
  await done(service, 'DELETE', '/roles/night_cashier?reason=not+needed');
  const wish = { name: 'kiosk', mode: 'test', permissions: ['orders:read', 'tenant:read', 'catalog:read'] };
  const { id, key } = await done(service, 'POST', '/api-keys', { ...wish, expiresAt: '2035-01-01T00:00:00Z' });
  const less = { name: 'kiosk 2', permissions: ['orders:read', 'tenant:read'], reason: 'reads only' };
  await done(service, 'PATCH', `/api-keys/${id}`, less);
  await endSoon(service, id);
  const asked = { wantedUntil: '2036-01-01T00:00:00Z', reason: 'the kiosk stays' };
  const ask = (): Promise<Answer['body']> =>
    done(service, 'POST', `/api-keys/${id}/renewal-requests`, asked, key as string);
  await done(service, 'POST', `/api-key-renewals/${(await ask()).id}/deny`, { reason: 'not used' });
  await done(service, 'POST', `/api-key-renewals/${(await ask()).id}/grant`, { note: 'one more year' });
}

/** Lets the end of a key come near, and tells of it as housekeeping does. */
async function endSoon({ api, database }: TestService, id: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`update api_keys set expires_at = now() + interval '5 days' where id = $1`, [id]);
  } finally {
    await owner.end();
  }
  const chore = api.container.getAll(CHORE).find(({ name }) => name === 'reminders of API keys that end');
  await chore?.run(api.container.get(WORKER_POOL));
}

async function done(
  service: TestService,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Answer['body']> {
  const answer = await service.call(method, path, {
    ...(body !== undefined && { body }),
    ...(token !== undefined && { token }),
  });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
