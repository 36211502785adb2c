import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { SellingPlace, SellingPlaces } from '../ports/selling-places.js';

/**
 * The outlet that a caller names.
 * @throws Refusal `outlet_not_found` when there is none, or it is none that the caller may act for: both look alike.
 */
export async function atOutlet(
  tx: Tx,
  { principal }: Pick<RequestContext, 'principal'>,
  places: SellingPlaces,
  outletId: OutletId,
): Promise<SellingPlace> {
  const place = mayActFor(principal, outletId) ? await places.place(tx, outletId) : undefined;
  if (place === undefined) throw new Refusal('outlet_not_found', { outletId });
  return place;
}
