import type { TenantSeed } from './demo-tenant.js';
import { namedUuid } from './named-uuid.js';

/** Somebody who works at the demo. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** What they sign in with at a device; `null`: the service makes one up, which has to be changed at the first sign-in. */
  readonly pin: string | null;
}

type Job = Omit<DemoPerson, 'id'> & { readonly pin: string };

/** One of each who stands at a counter. The PINs are in the open: they open nothing but devices that are linked to the demo. */
const STAFF: readonly Job[] = [
  { name: 'Anna Ngo', role: 'cashier', pin: '4826' },
  { name: 'Ben Wu', role: 'bartender', pin: '7391' },
  { name: 'Mariam Okello', role: 'manager', pin: '5937' },
  { name: 'Olga Reyes', role: 'owner', pin: '8264' },
];

/** The staff of the demo; everybody follows from the tenant, so the same seed is the same people. */
export function demoStaff({ id }: Pick<TenantSeed, 'id'>): readonly DemoPerson[] {
  return STAFF.map((job) => ({ id: personIdOf(id, job.role), ...job }));
}

/** The demo's cashier, for what else knows who works there. */
export function demoCashierId({ id }: Pick<TenantSeed, 'id'>): string {
  return personIdOf(id, 'cashier');
}

function personIdOf(tenantId: string, role: string): string {
  return namedUuid('pos demo staff', tenantId, role);
}
