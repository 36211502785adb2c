import type { TenantId } from '../../../../kernel/ids.js';
import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import type { ExpireDueCards } from '../../application/expire-due-cards.js';
import type { GiftCardId } from '../../domain/gift-card.js';

const BATCH = 200;
/** Bounds one round; what is left waits for the next. */
const BATCHES_MAX = 100;

// Row security shows the worker's role only active cards past their date, and of them nothing but whose they are.
const DUE = `select tenant_id, id from gift_cards where status = 'active' and expires_at <= now() order by tenant_id, id limit $1`;

interface DueRow {
  readonly tenant_id: TenantId;
  readonly id: GiftCardId;
}

/**
 * Books the expiry of cards past their date. Which they are, of all tenants, is the worker's to find; each tenant's are then
 * expired under that tenant, as requests are: the worker's role can write neither ledgers nor events.
 */
export function expiryChore(expire: Pick<ExpireDueCards, 'execute'>, now: () => Date): Chore {
  return {
    name: 'gift cards past their date',
    run: async (pool) => {
      let done = 0;
      for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
        const { rows } = await pool.query<DueRow>(DUE, [BATCH]);
        const expired = await expireAll(expire, rows, now());
        done += expired;
        if (rows.length < BATCH || expired === 0) break;
      }
      return done;
    },
  };
}

/** One tenant's failure keeps no other's cards from expiring; it is told when all have had their turn. */
async function expireAll(expire: Pick<ExpireDueCards, 'execute'>, rows: readonly DueRow[], at: Date): Promise<number> {
  const cardsOf = new Map<TenantId, GiftCardId[]>();
  for (const { tenant_id: tenantId, id } of rows) cardsOf.set(tenantId, [...(cardsOf.get(tenantId) ?? []), id]);
  let done = 0;
  const failures: unknown[] = [];
  for (const [tenantId, ids] of cardsOf) {
    try {
      done += await expire.execute(tenantId, ids, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'gift cards could not be expired');
  return done;
}
