import type { Tx } from '../../../../kernel/transaction.js';
import type { Outbox } from '../../../../kernel/outbox.js';
import { contextOf, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { PromotionId } from '../../domain/promotion.js';
import { told } from '../../domain/promotion.js';
import type { PromotionEvent } from '../../domain/promotion-events.js';
import {
  exhausts,
  planUses,
  type CountChange,
  type PromotionCount,
  type RefusedPlan,
  type Use,
  type UseCount,
  type UsePlan,
} from '../../domain/uses.js';
import { toCount } from './use-counts.js';

interface UseRow {
  promotion_id: string;
  code: string;
  customer_id: string | null;
  amount: number;
  currency: string;
}

interface LockedPromotion extends PromotionCount {
  readonly name: string;
  readonly sequence: number;
}

interface Locked {
  readonly promotions: ReadonlyMap<string, LockedPromotion>;
  readonly codes: ReadonlyMap<string, UseCount>;
}

interface CustomerUses {
  promotion_id: string;
  code: string;
  uses: number;
}

const PRESENT = 'select promotion_id, code, customer_id, amount, currency from promotion_uses where order_id = $1';
// All who take or give back lock in this order: promotions by id, then codes by promotion and code. So nobody waits in a circle.
const LOCK_PROMOTIONS = `select c.promotion_id, c.uses_max, c.uses_per_customer_max, c.budget, c.currency, c.uses, c.spent,
    c.event_sequence, p.name
  from promotion_counters c join promotions p on p.id = c.promotion_id
  where c.promotion_id = any($1::uuid[]) order by c.promotion_id for update of c`;
const LOCK_CODES = `select code, promotion_id, uses_max, uses_per_customer_max, uses from promotion_codes
  where code = any($1::text[]) order by promotion_id, code for update`;
const OF_CUSTOMER = `select promotion_id, code, count(*) as uses from promotion_uses
  where customer_id = $1 and promotion_id = any($2::uuid[]) and order_id <> $3 group by promotion_id, code`;
const WRITE = `with gone as (
    delete from promotion_uses where order_id = $1
      and (promotion_id, code) in (select g.promotion_id, g.code from json_to_recordset($2) g(promotion_id uuid, code text))
  ), written as (
    insert into promotion_uses (tenant_id, order_id, promotion_id, code, customer_id, amount, currency, used_at)
    select $3::uuid, $1, w.promotion_id, w.code, w.customer_id, w.amount, w.currency, $4::timestamptz
      from json_to_recordset($5) w(promotion_id uuid, code text, customer_id text, amount bigint, currency text)
    on conflict (tenant_id, order_id, promotion_id, code) do update
      set customer_id = excluded.customer_id, amount = excluded.amount, currency = excluded.currency
  )
  update promotion_counters c
    set uses = c.uses + d.uses, spent = c.spent + d.spent, event_sequence = c.event_sequence + d.events
    from json_to_recordset($6) d(promotion_id uuid, uses integer, spent bigint, events integer)
    where c.promotion_id = d.promotion_id`;
// One look-up for each code, of which an order has few: joined with a list, all codes of the tenant would be read.
const COUNT_CODE = 'update promotion_codes set uses = uses + $2 where code = $1';

/** Which order uses which promotion. Whoever asks holds the order's row, or is about to add it. */
export class UseLedger {
  constructor(private readonly outbox: Outbox) {}

  /** Makes these the uses of an order; nothing when one is refused. */
  async set(
    tx: Tx,
    orderId: string,
    customerId: string | null,
    wanted: readonly Use[],
  ): Promise<readonly RefusedPlan[]> {
    const known = await presentUses(tx, orderId);
    if (known.length === 0 && wanted.length === 0) return [];
    const locked = await lock(tx, [...known, ...wanted], { orderId, customerId });
    // Read again under the locks: the same order sent twice at once then finds its own use, and is not refused by it.
    const present = (await presentUses(tx, orderId)).filter(
      ({ promotionId, code }) => locked.promotions.has(promotionId) && (code === null || locked.codes.has(code)),
    );
    const plan = planUses(present, wanted, locked);
    if (plan.refused.length > 0) return plan.refused;
    const events = exhaustions(plan, locked);
    await write(tx, orderId, plan, new Set(events.map(({ aggregateId }) => aggregateId)));
    this.outbox.append(tx, events);
    return [];
  }
}

async function presentUses(tx: Tx, orderId: string): Promise<Use[]> {
  return (await runPrepared<UseRow>(tx, 'promotion_uses', PRESENT, [orderId])).map(toUse);
}

async function lock(
  tx: Tx,
  uses: readonly Use[],
  { orderId, customerId }: { orderId: string; customerId: string | null },
): Promise<Locked> {
  const ids = [...new Set(uses.map(({ promotionId }) => promotionId))];
  const texts = [...new Set(uses.flatMap(({ code }) => (code === null ? [] : [code])))];
  type PromotionRow = Parameters<typeof toCount>[0] & { promotion_id: string; name: string; event_sequence: number };
  type CodeRow = { code: string; uses_max: number | null; uses_per_customer_max: number | null; uses: number };
  const promotions = await runPrepared<PromotionRow>(tx, 'promotion_uses_lock', LOCK_PROMOTIONS, [ids]);
  const codes = texts.length === 0 ? [] : await runPrepared<CodeRow>(tx, 'promotion_codes_lock', LOCK_CODES, [texts]);
  const byCustomer = [...promotions, ...codes].some(({ uses_per_customer_max: most }) => most !== null);
  // Asked after the locks, so that it sees what their last holders wrote.
  const before =
    byCustomer && customerId !== null
      ? await runPrepared<CustomerUses>(tx, 'promotion_uses_of', OF_CUSTOMER, [customerId, ids, orderId])
      : [];
  const usesOf = (of: (row: CustomerUses) => boolean): number =>
    before.filter(of).reduce((sum, { uses: count }) => sum + count, 0);
  const toPromotion = (row: PromotionRow): LockedPromotion => ({
    ...toCount({ ...row, uses_of_customer: usesOf(({ promotion_id }) => promotion_id === row.promotion_id) }),
    name: row.name,
    sequence: row.event_sequence,
  });
  const toCode = (row: CodeRow): UseCount => ({
    usesMax: row.uses_max,
    usesPerCustomerMax: row.uses_per_customer_max,
    uses: row.uses,
    usesOfCustomer: usesOf(({ code }) => code === row.code),
  });
  return {
    promotions: new Map(promotions.map((row) => [row.promotion_id, toPromotion(row)])),
    codes: new Map(codes.map((row) => [row.code, toCode(row)])),
  };
}

function exhaustions({ promotions }: UsePlan, locked: Locked): PromotionEvent[] {
  return [...promotions].flatMap(([id, change]) => {
    const count = locked.promotions.get(id);
    return count === undefined || !exhausts(count, change) ? [] : [exhaustion(id as PromotionId, count, change)];
  });
}

function exhaustion(promotionId: PromotionId, count: LockedPromotion, change: CountChange): PromotionEvent {
  const { name, usesMax, budget, sequence } = count;
  const spent = budget === null ? null : { amount: count.spent + change.spent, currency: budget.currency };
  const data = { promotionId, name, uses: count.uses + change.uses, usesMax, spent, budget };
  return told({ id: promotionId, sequence: sequence + 1 }, 'pos.promotion.exhausted', data);
}

async function write(tx: Tx, orderId: string, plan: UsePlan, exhausted: ReadonlySet<string>): Promise<void> {
  const counts = [...plan.promotions].map(([id, { uses, spent }]) => {
    return { promotion_id: id, uses, spent, events: exhausted.has(id) ? 1 : 0 };
  });
  if (plan.gone.length + plan.written.length === 0) return;
  await runPrepared(tx, 'promotion_uses_write', WRITE, [
    orderId,
    JSON.stringify(plan.gone.map(toRow)),
    tenantOf(tx),
    contextOf(tx).at,
    JSON.stringify(plan.written.map(toRow)),
    JSON.stringify(counts),
  ]);
  for (const [code, { uses }] of plan.codes) await runPrepared(tx, 'promo_code_count_uses', COUNT_CODE, [code, uses]);
}

function toUse({ promotion_id, code, customer_id, amount, currency }: UseRow): Use {
  const of = { promotionId: promotion_id, code: code === '' ? null : code, customerId: customer_id };
  return { ...of, amount: { amount, currency } };
}

function toRow({ promotionId, code, customerId, amount }: Use): UseRow {
  const of = { promotion_id: promotionId, code: code ?? '', customer_id: customerId };
  return { ...of, amount: amount.amount, currency: amount.currency };
}
