import type { Body } from './demo-offers.js';
import type { TenantSeed } from './demo-tenant.js';
import { namedUuid } from './named-uuid.js';

/** A table of the demo. */
export type DemoTable = Body & { readonly id: string };

/** Seats of the tables in each part of an outlet, by its receipt prefix. A market has none. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  A: { Inside: [2, 2, 4, 4, 6], Terrace: [2, 4, 4] },
  B: { 'Dining room': [2, 4, 4, 6], Terrace: [4, 4] },
};
/** Room for tables that people add in between. */
const POSITION_STEP = 10;

/** The tables of a tenant's outlets, numbered from 1; the same seed is the same tables. */
export function demoTables(tenant: TenantSeed): DemoTable[] {
  return tenant.outlets.flatMap(({ id: outletId, receiptPrefix }) =>
    Object.entries(FLOORS[receiptPrefix] ?? {})
      .flatMap(([area, chairs]) => chairs.map((seats) => ({ area, seats })))
      .map((table, index) => {
        const name = String(index + 1);
        const id = namedUuid('pos demo table', tenant.id, receiptPrefix, name);
        return { id, outletId, name, ...table, position: (index + 1) * POSITION_STEP };
      }),
  );
}
