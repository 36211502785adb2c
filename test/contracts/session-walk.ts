import type { Answer, TestService } from '../harness/service.js';
import { linkDevice, type TestDevice } from '../harness/test-device.js';

const PIN = '8264';
const WRONG_TRIES = 5;
const WRONG_A_DAY = 50;
/** Each try with a wrong PIN on a device of its own: five lock a person on a device, and ten a device. */
const TRIES_A_DEVICE = 4;

/** Brings about every event of sessions: a cashier on a till of their own. */
export async function walkSessions(service: TestService, outletId: string): Promise<void> {
  const till = await linkDevice(service, { outletId, name: 'Walk-in counter' });
  const person = await done(
    await service.call('POST', '/staff', { body: { displayName: 'Sam Okoro', assignments: [{ role: 'cashier' }] } }),
  );
  const pin = { pin: PIN, reason: 'first day', confirm: true };
  await done(await service.call('PUT', `/staff/${person.id}/pin`, { body: pin }));
  const { token } = await done(await signIn(till, person.id, PIN));
  await done(await till.call('POST', '/sessions/current/lock', { token }));
  await done(await till.call('POST', '/sessions/current/unlock', { token, body: { pin: PIN } }));
  await done(await till.call('DELETE', '/sessions/current', { token }));
  for (let wrong = 0; wrong < WRONG_TRIES; wrong += 1) await signIn(till, person.id, '1357');
  await lockAccount(service, outletId, person.id);
  const { data } = await done(await service.call('GET', `/sign-in/locks?personId=${person.id}`));
  for (const { id } of data) {
    await done(await service.call('POST', `/sign-in/locks/${id}/lift`, { body: { reason: 'it was her own child' } }));
  }
}

async function lockAccount(service: TestService, outletId: string, personId: string): Promise<void> {
  let till: TestDevice | undefined;
  for (let wrong = 0; wrong < WRONG_A_DAY - WRONG_TRIES; wrong += 1) {
    if (wrong % TRIES_A_DEVICE === 0)
      till = await linkDevice(service, { outletId, kind: 'tablet', name: `Tablet ${wrong}` });
    if (till !== undefined) await signIn(till, personId, '1357');
  }
}

function signIn(till: TestDevice, personId: string, pin: string): Promise<Answer> {
  return till.call('POST', '/sessions', { body: { method: 'pin', personId, pin } });
}

async function done({ status, body, text }: Answer): Promise<Answer['body']> {
  if (status >= 300) throw new Error(`the service answered ${status}: ${text}`);
  return body;
}
