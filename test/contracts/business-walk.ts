import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { BACKGROUND_WORK } from '../../src/platform/tokens.js';
import { NotificationsDouble } from '../../src/clients/notifications/notifications-double.examples.js';
import type { LoggedEvent } from '../../src/kernel/outbox.js';
import { startService, type Answer, type TestService } from '../harness/service.js';
import { loggedEvents } from './event-walk.js';

interface Rounds {
  readonly name: string;
  round(): Promise<void>;
}

/** Every event of businesses, brought about in a service that sends codes. */
export async function businessEvents(): Promise<LoggedEvent[]> {
  const notifications = await NotificationsDouble.start();
  const secrets = { SECRETS_KEY: randomBytes(32).toString('base64') };
  const service = await startService({ ...secrets, NOTIFICATIONS_URL: notifications.url });
  try {
    await walkBusinesses(service, (id, sent) => notifications.messages.get(`${id}:${sent}`)?.params['code'] as string);
    return await loggedEvents(service);
  } finally {
    await service.close();
    await notifications.stop();
  }
}

/** @param code that the owner of a registration was sent. */
async function walkBusinesses(service: TestService, code: (registrationId: string, sent: number) => string) {
  const path = '/v1/platform/registrations';
  const { id, slug } = await done(service, path, wish());
  const right = code(id as string, 1);
  await service.call('POST', `${path}/${id}/verify`, { body: { code: right === '000000' ? '000001' : '000000' } });
  await done(service, `${path}/${id}/verify`, { code: right });
  const other = await done(service, path, wish());
  await movedBack(service, other.id as string, 'code_sent_at', '2 minutes');
  await done(service, `${path}/${other.id}/resend`);
  await done(service, `${path}/${other.id}/reject`, { reason: 'registered twice' });
  const late = await done(service, path, wish());
  await movedBack(service, late.id as string, 'expires_at', '30 days');
  await roundsOf(service).round();
  const business = `/v1/platform/businesses/${slug}`;
  answered(await service.call('PATCH', business, { body: { notes: 'pays late', region: 'west-africa' } }));
  await done(service, `${business}/suspend`, { reason: 'an invoice is open' });
  await done(service, `${business}/resume`, { reason: 'it was paid' });
  await done(service, `${business}/close`, { reason: 'the owner retires' });
}

const wish = () => ({
  ...{ name: 'Acme Street Food', slug: `acme-${randomUUID().slice(0, 8)}`, currency: 'KES', country: 'KE' },
  ...{ region: 'east-africa', timeZone: 'Africa/Nairobi', industry: 'cafe', channel: 'email' },
  owner: { name: 'Amina Yusuf', email: 'amina@example.com', phone: '+254712345678' },
});

function roundsOf({ api }: TestService): Rounds {
  const found = api.container.getAll(BACKGROUND_WORK).find(({ name }) => name === 'businesses');
  return found as unknown as Rounds;
}

/** Lets time pass for a registration. */
async function movedBack({ database }: TestService, id: string, column: string, by: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', false)`);
    await owner.query(`update business_registrations set ${column} = ${column} - $2::interval where id = $1`, [id, by]);
  } finally {
    await owner.end();
  }
}

async function done(service: TestService, path: string, body: object = {}): Promise<Answer['body']> {
  return answered(await service.call('POST', path, { body }));
}

function answered({ status, body, text }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`the service answered ${status}: ${text}`);
  return body;
}
