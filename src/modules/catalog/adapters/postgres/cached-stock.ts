import { formatDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Availability } from '../../domain/availability.js';
import type { Restriction, Restrictions } from '../../domain/offer.js';
import type { Stock } from '../../ports/availability.js';
import { AVAILABILITY_COLUMNS, toAvailability, type AvailabilityRow } from './availability-rows.js';

const OUTLETS_MAX = 5000;
const RESTRICTIONS = `select sku, available, reason, until, remaining is not null as counted from item_availability
  where outlet_id = $1 and (not available or remaining is not null)`;
const COUNTS = `select ${AVAILABILITY_COLUMNS} from item_availability
  where outlet_id = $1 and sku = any($2::text[]) and remaining is not null order by sku`;
const RECOUNT = `update item_availability a set remaining = counted.remaining, version = counted.version
  from unnest($2::text[], $3::numeric[], $4::integer[]) as counted(sku, remaining, version)
  where a.outlet_id = $1 and a.sku = counted.sku`;

/**
 * What outlets are out of, in memory: which items are restricted, by outlet. How many of one are left is asked each time, for
 * each sale changes it.
 */
export class CachedStock implements Stock {
  private readonly outlets = new RevisionCache<Restrictions>('pricing', OUTLETS_MAX);

  restrictions(tx: Tx, outletId: OutletId): Promise<Restrictions> {
    const read = async (): Promise<Restrictions> => {
      const rows = await runPrepared<Restriction & { sku: string }>(tx, 'restrictions', RESTRICTIONS, [outletId]);
      return new Map(rows.map(({ sku, ...restriction }) => [sku, restriction]));
    };
    return this.outlets.get(tx, outletId, read);
  }

  async counts(tx: Tx, outletId: OutletId, skus: readonly string[], locked: boolean): Promise<readonly Availability[]> {
    const values = [outletId, skus];
    const rows = locked
      ? await runPrepared<AvailabilityRow>(tx, 'counts_locked', `${COUNTS} for update`, values)
      : await runPrepared<AvailabilityRow>(tx, 'counts', COUNTS, values);
    return rows.map(toAvailability);
  }

  async recount(tx: Tx, states: readonly Availability[]): Promise<void> {
    const [first] = states;
    if (first === undefined) return;
    const remaining = states.map((state) => (state.remaining === null ? null : formatDecimal(state.remaining)));
    const values = [states.map(({ sku }) => sku), remaining, states.map(({ version }) => version)];
    await runPrepared(tx, 'recount', RECOUNT, [first.outletId, ...values]);
  }
}
