import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DayOutlet, DayOutlets } from '../ports/day-outlets.js';

/** The outlet, if the caller may act for it. @throws Refusal `outlet_not_found`. */
export async function knownOutlet(
  outlets: DayOutlets,
  tx: Tx,
  context: Pick<RequestContext, 'principal'>,
  outletId: OutletId,
): Promise<DayOutlet> {
  const outlet = mayActFor(context.principal, outletId) ? await outlets.outlet(tx, outletId) : undefined;
  if (outlet === undefined) throw new Refusal('outlet_not_found', { outletId });
  return outlet;
}
