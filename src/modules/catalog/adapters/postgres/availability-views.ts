import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { atOutlet } from '../../application/at-outlet.js';
import type { Availability } from '../../domain/availability.js';
import type { AvailabilityViews } from '../../ports/availability.js';
import type { SellingPlaces } from '../../ports/selling-places.js';
import { AVAILABILITY_COLUMNS, toAvailability, type AvailabilityRow } from './availability-rows.js';

const LIST = `select ${AVAILABILITY_COLUMNS} from item_availability
  where outlet_id = $1 and (not available or remaining is not null) and ($2::text is null or sku > $2)
    and ($3::boolean is null or (available and coalesce(remaining > 0, true)) = $3)
  order by sku limit $4`;

/** Answers questions about what outlets are out of. */
export class PostgresAvailabilityViews implements AvailabilityViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly places: SellingPlaces,
  ) {}

  list(
    context: RequestContext,
    outletId: OutletId,
    { limit, after, available }: Parameters<AvailabilityViews['list']>[2],
  ): Promise<readonly Availability[]> {
    return this.transactor.read(context, async (tx) => {
      await atOutlet(tx, context, this.places, outletId);
      const values = [outletId, after ?? null, available ?? null, limit + 1];
      const rows = await runPrepared<AvailabilityRow>(tx, 'availability_list', LIST, values);
      return rows.map(toAvailability);
    });
  }
}
