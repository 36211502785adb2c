import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import { isCodeText, normalCodeOf, type CodeId, type CodeRefusal, type PromoCode } from '../../domain/promo-code.js';
import type { PromotionId } from '../../domain/promotion.js';
import type { CodeQuery, PromotionFigures, PromotionUseView, UseQuery, UseViews } from '../../ports/promotion-views.js';
import { CODE_COLUMNS, toCode, type CodeRow, type PromotionTables } from './promotion-rows.js';
import { assertKnown } from './promotion-views.js';

const CODE = `select ${CODE_COLUMNS} from promotion_codes where id = $1 and promotion_id = $2`;
const COUNTER = 'select uses_max, budget, currency, uses, spent, codes from promotion_counters where promotion_id = $1';
const TAKEN_OFF = `select currency, sum(amount)::bigint as amount, count(*) as uses from promotion_uses
  where promotion_id = $1 group by currency order by currency`;
const CUSTOMERS = `select count(distinct customer_id) as customers from promotion_uses
  where promotion_id = $1 and customer_id is not null`;

type CounterRow = Pick<
  PromotionTables['promotion_counters'],
  'uses_max' | 'budget' | 'currency' | 'uses' | 'spent' | 'codes'
>;

interface UseRow {
  order_id: string;
  customer_id: string | null;
  code: string;
  amount: number;
  currency: string;
  used_at: Date;
}

/** Answers questions about codes and uses. */
export class PostgresUseViews implements UseViews {
  constructor(private readonly transactor: Transactor) {}

  codes(context: RequestContext, id: PromotionId, query: CodeQuery): Promise<readonly PromoCode[]> {
    const where = sql.join([sql`promotion_id = ${id}`, ...conditionsOfCodes(query)], sql` and `);
    const select = sql<CodeRow>`select ${sql.raw(CODE_COLUMNS)} from promotion_codes where ${where}
      order by created_at, id limit ${query.limit + 1}`;
    return this.transactor.read(context, async (tx) => {
      await assertKnown(tx, id);
      return (await select.execute(transactionOf<PromotionTables>(tx))).rows.map(toCode);
    });
  }

  async code(context: RequestContext, id: PromotionId, codeId: CodeId): Promise<PromoCode> {
    const [row] = await this.transactor.read(context, (tx) =>
      runPrepared<CodeRow>(tx, 'promo_code', CODE, [codeId, id]),
    );
    if (row === undefined) throw new Refusal<CodeRefusal>('promo_code_not_found', { codeId });
    return toCode(row);
  }

  uses(context: RequestContext, id: PromotionId, query: UseQuery): Promise<readonly PromotionUseView[]> {
    const where = sql.join([sql`promotion_id = ${id}`, ...conditionsOfUses(query)], sql` and `);
    const select = sql<UseRow>`select order_id, customer_id, code, amount, currency, used_at from promotion_uses
      where ${where} order by used_at desc, order_id desc, code desc limit ${query.limit + 1}`;
    return this.transactor.read(context, async (tx) => {
      await assertKnown(tx, id);
      return (await select.execute(transactionOf<PromotionTables>(tx))).rows.map(toUse);
    });
  }

  figures(context: RequestContext, id: PromotionId): Promise<PromotionFigures> {
    return this.transactor.read(context, async (tx) => {
      await assertKnown(tx, id);
      return figuresOf(tx, id);
    });
  }
}

async function figuresOf(tx: Tx, id: PromotionId): Promise<PromotionFigures> {
  const [counter] = await runPrepared<CounterRow>(tx, 'promotion_counter', COUNTER, [id]);
  if (counter === undefined) throw new Error(`promotion ${id} has no counter`);
  const [people] = await runPrepared<{ customers: number }>(tx, 'promotion_customers', CUSTOMERS, [id]);
  const givenAway = await runPrepared<{ amount: number; currency: string }>(tx, 'promotion_taken_off', TAKEN_OFF, [id]);
  const { uses, uses_max, budget, currency, spent, codes } = counter;
  return {
    uses,
    customers: people?.customers ?? 0,
    givenAway: givenAway.map(({ amount, currency: of }) => ({ amount, currency: of })),
    usesLeft: uses_max === null ? null : Math.max(0, uses_max - uses),
    budgetLeft: budget === null || currency === null ? null : { amount: Math.max(0, budget - spent), currency },
    codes,
  };
}

function conditionsOfCodes({ q, batchId, active, used, after }: CodeQuery): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (q !== undefined) {
    const part = normalCodeOf(q).replaceAll(/[\\%_]/g, String.raw`\$&`);
    conditions.push(sql`code like ${`%${part}%`}`);
  }
  if (batchId !== undefined) conditions.push(sql`batch_id = ${batchId}`);
  if (active !== undefined) conditions.push(sql`active = ${active}`);
  if (used !== undefined) conditions.push(used ? sql`uses > 0` : sql`uses = 0`);
  if (after !== undefined) conditions.push(sql`(created_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return conditions;
}

function conditionsOfUses({ code, customerId, orderId, after }: UseQuery): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (code !== undefined) {
    const wanted = normalCodeOf(code);
    conditions.push(isCodeText(wanted) ? sql`code = ${wanted}` : sql`false`);
  }
  if (customerId !== undefined) conditions.push(sql`customer_id = ${customerId}`);
  if (orderId !== undefined) conditions.push(sql`order_id = ${orderId}`);
  if (after !== undefined) {
    conditions.push(sql`(used_at, order_id, code) < (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]})`);
  }
  return conditions;
}

function toUse({ order_id, customer_id, code, amount, currency, used_at }: UseRow): PromotionUseView {
  return {
    orderId: order_id,
    customerId: customer_id,
    code: code === '' ? null : code,
    amount: { amount, currency },
    usedAt: used_at,
  };
}
