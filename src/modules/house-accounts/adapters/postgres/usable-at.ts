import { sql, type RawBuilder } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';

/** True for accounts that a caller may see: all of them, or those that may be used at one of the outlets it is bound to. */
export function usableAt(outlets: ReadonlySet<OutletId> | undefined): RawBuilder<boolean> {
  if (outlets === undefined) return sql<boolean>`true`;
  return sql<boolean>`(outlet_ids is null or outlet_ids && ${[...outlets]}::uuid[])`;
}
