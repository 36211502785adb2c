import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { PromotionCount } from '../../domain/uses.js';
import type { PromotionStatus } from '../../domain/promotion.js';
import type { CodeCounts } from '../../ports/use-counts.js';

interface CountRow {
  promotion_id: string;
  uses_max: number | null;
  uses_per_customer_max: number | null;
  budget: number | null;
  currency: string | null;
  uses: number;
  spent: number;
  uses_of_customer: number;
}

/** Who asks: what their order has already does not count against it. */
export interface Asking {
  readonly customerId: string | null;
  readonly orderId: string | null;
}

const COUNTS = `c.promotion_id, c.uses_max, c.uses_per_customer_max, c.budget, c.currency,
    c.uses - own.uses as uses, c.spent - own.spent as spent,
    (select count(*) from promotion_uses u where u.customer_id = $2 and u.promotion_id = c.promotion_id
      and u.order_id is distinct from $3::uuid) as uses_of_customer`;
const OWN = `cross join lateral (select count(*)::integer as uses,
      coalesce(sum(u.amount) filter (where u.currency = c.currency), 0)::bigint as spent
    from promotion_uses u where u.order_id = $3::uuid and u.promotion_id = c.promotion_id) own`;
const OF_PROMOTIONS = `select ${COUNTS} from promotion_counters c ${OWN} where c.promotion_id = any($1::uuid[])`;
// One look-up in the index for each code, whatever the planner believes.
const OF_CODES = `select ${COUNTS}, p.status, k.code, k.active, k.valid_to, k.uses_max as code_uses_max,
    k.uses_per_customer_max as code_uses_per_customer_max,
    k.uses - (select count(*) from promotion_uses u where u.order_id = $3::uuid and u.promotion_id = k.promotion_id
      and u.code = k.code)::integer as code_uses,
    (select count(*) from promotion_uses u where u.customer_id = $2 and u.promotion_id = k.promotion_id
      and u.code = k.code and u.order_id is distinct from $3::uuid) as code_uses_of_customer
  from unnest($1::text[]) as wanted(code)
  cross join lateral (select * from promotion_codes where code = wanted.code limit 1) k
  join promotions p on p.id = k.promotion_id
  join promotion_counters c on c.promotion_id = k.promotion_id ${OWN}`;

/** How far promotions are used up, in one question. */
export async function countsOfPromotions(
  tx: Tx,
  ids: readonly string[],
  { customerId, orderId }: Asking,
): Promise<ReadonlyMap<string, PromotionCount>> {
  const rows = await runPrepared<CountRow>(tx, 'promotion_counts', OF_PROMOTIONS, [ids, customerId, orderId]);
  return new Map(rows.map((row) => [row.promotion_id, toCount(row)]));
}

/** What is known of codes in their normal form, in one question; unknown ones are absent. */
export async function countsOfCodes(
  tx: Tx,
  codes: readonly string[],
  { customerId, orderId }: Asking,
): Promise<ReadonlyMap<string, CodeCounts>> {
  interface Row extends CountRow {
    status: PromotionStatus;
    code: string;
    active: boolean;
    valid_to: Date | null;
    code_uses_max: number | null;
    code_uses_per_customer_max: number | null;
    code_uses: number;
    code_uses_of_customer: number;
  }
  const rows = await runPrepared<Row>(tx, 'promo_code_counts', OF_CODES, [codes, customerId, orderId]);
  const toCounts = (row: Row): CodeCounts => ({
    code: row.code,
    promotionId: row.promotion_id,
    status: row.status,
    active: row.active,
    validTo: row.valid_to,
    ofCode: {
      usesMax: row.code_uses_max,
      usesPerCustomerMax: row.code_uses_per_customer_max,
      uses: row.code_uses,
      usesOfCustomer: row.code_uses_of_customer,
    },
    ofPromotion: toCount(row),
  });
  return new Map(rows.map((row) => [row.code, toCounts(row)]));
}

/** The count that a row tells of. */
export function toCount(row: Omit<CountRow, 'promotion_id'>): PromotionCount {
  const { budget, currency } = row;
  return {
    usesMax: row.uses_max,
    usesPerCustomerMax: row.uses_per_customer_max,
    uses: row.uses,
    usesOfCustomer: row.uses_of_customer,
    budget: budget === null || currency === null ? null : { amount: budget, currency },
    spent: row.spent,
  };
}
