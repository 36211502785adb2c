import { parseDecimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Availability, AvailabilityId } from '../../domain/availability.js';

export interface AvailabilityRow {
  readonly id: string;
  readonly outlet_id: string;
  readonly sku: string;
  readonly available: boolean;
  readonly reason: string | null;
  readonly until: Date | null;
  readonly remaining: string | null;
  readonly changed_by: string;
  readonly changed_at: Date;
  readonly version: number;
}

export const AVAILABILITY_COLUMNS =
  'id, outlet_id, sku, available, reason, until, remaining::text as remaining, changed_by, changed_at, version';

/** What a row says. */
export function toAvailability(row: AvailabilityRow): Availability {
  const remaining = row.remaining === null ? null : parseDecimal(row.remaining);
  if (remaining === undefined) throw new Error(`the count of ${row.id} is no decimal: ${row.remaining}`);
  return {
    id: row.id as AvailabilityId,
    outletId: row.outlet_id as OutletId,
    sku: row.sku,
    available: row.available,
    reason: row.reason,
    until: row.until,
    remaining,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    version: row.version,
  };
}
