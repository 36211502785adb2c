import type { Answer, TestService } from '../harness/service.js';
import { SetPins } from '../../src/modules/people/application/set-pin.js';

const [FIRST_PIN, OWN_PIN] = ['8264', '5093'];

/** Brings about every event of staff: a cashier comes, becomes a supervisor, leaves and comes back. */
export async function walkStaff(service: TestService, outletId: string): Promise<void> {
  const assignments = [{ role: 'cashier', outlets: [outletId], deviceKinds: ['till'] }];
  const wish = { displayName: 'Amara O.', email: 'amara@example.com', userId: 'auth0|amara', assignments };
  const { id } = await done(service, 'POST', '/staff', wish);
  const path = `/staff/${id}`;
  await done(service, 'PATCH', path, { displayName: 'Amara', phone: '+254700111222' });
  const promoted = [{ role: 'supervisor', outlets: [outletId] }];
  await done(service, 'PUT', `${path}/assignments`, { assignments: promoted, reason: 'promoted' });
  await done(service, 'PUT', `${path}/pin`, { pin: FIRST_PIN, reason: 'first day', confirm: true });
  await choosePin(service, 'auth0|amara');
  const badge = await done(service, 'POST', `${path}/badges`, { badge: '04A1B2C3D4E5', label: 'blue fob' });
  await done(service, 'DELETE', `${path}/badges/${badge.id}?reason=lost`);
  await done(service, 'POST', `${path}/disable`, { reason: 'season is over' });
  await done(service, 'POST', `${path}/enable`, { reason: 'new season' });
}

/** As whoever is signed in by the auth service. */
async function choosePin({ api, tenant }: TestService, userId: string): Promise<void> {
  const { container } = api;
  const principal = { kind: 'user', id: userId, permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'walk', at: new Date() };
  await container.get(SetPins).change(context, { current: FIRST_PIN, wanted: OWN_PIN });
}

async function done(service: TestService, method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, { body });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
