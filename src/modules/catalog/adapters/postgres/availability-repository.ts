import { formatDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Availability } from '../../domain/availability.js';
import type { AvailabilityRepository } from '../../ports/availability.js';
import { AVAILABILITY_COLUMNS, toAvailability, type AvailabilityRow } from './availability-rows.js';

const FIND = `select ${AVAILABILITY_COLUMNS} from item_availability where outlet_id = $1 and sku = $2 for update`;
const IS_ITEM = `select from catalog_items where sku = $1 and deleted_at is null`;
const SAVE = `insert into item_availability
    (tenant_id, outlet_id, sku, id, available, reason, until, remaining, changed_by, changed_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (tenant_id, outlet_id, sku) do update set available = excluded.available, reason = excluded.reason,
    until = excluded.until, remaining = excluded.remaining, changed_by = excluded.changed_by,
    changed_at = excluded.changed_at, version = excluded.version`;

/** What outlets are out of, in PostgreSQL. Who changes it takes the lock of prices first, then the row; sales take rows only. */
export class PostgresAvailability implements AvailabilityRepository {
  lock(tx: Tx): Promise<void> {
    return lockRevision(tx, 'pricing');
  }

  async find(tx: Tx, outletId: OutletId, sku: string): Promise<Availability | undefined> {
    const [row] = await runPrepared<AvailabilityRow>(tx, 'availability_find', FIND, [outletId, sku]);
    return row === undefined ? undefined : toAvailability(row);
  }

  async isItem(tx: Tx, sku: string): Promise<boolean> {
    return (await runPrepared(tx, 'availability_is_item', IS_ITEM, [sku])).length > 0;
  }

  async save(tx: Tx, state: Availability): Promise<void> {
    const { outletId, sku, id, available, reason, until, changedBy, changedAt, version } = state;
    const remaining = state.remaining === null ? null : formatDecimal(state.remaining);
    await runPrepared(tx, 'availability_save', SAVE, [
      ...[tenantOf(tx), outletId, sku, id, available, reason, until, remaining, changedBy, changedAt, version],
    ]);
    await raiseRevision(tx, 'pricing');
  }
}
