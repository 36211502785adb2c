import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { PromotionDetails } from '../../domain/promotion-details.js';
import type { Promotion, PromotionId, PromotionRefusal } from '../../domain/promotion.js';
import type { PromotionRepository } from '../../ports/promotion-repository.js';
import { SELECT_PROMOTIONS, toPromotion, type PromotionRow, type PromotionTables } from './promotion-rows.js';

const LOCK = 'select promotion_id from promotion_counters where promotion_id = $1 for update';
const FIND = `${SELECT_PROMOTIONS} where p.id = $1`;
const ACTIVE = `select count(*) as active from promotions where status = 'active'`;
/** A budget in another currency than before begins with what the present uses took off in it. */
const SET_LIMITS = `update promotion_counters c set uses_max = $2, uses_per_customer_max = $3, budget = $4, currency = $5,
    event_sequence = $6,
    spent = case when $5::text is null then 0 when c.currency = $5 then c.spent
      else (select coalesce(sum(u.amount), 0) from promotion_uses u where u.promotion_id = $1 and u.currency = $5) end
  where c.promotion_id = $1`;

/** Promotions in PostgreSQL. */
export class PostgresPromotionRepository implements PromotionRepository {
  lock(tx: Tx): Promise<void> {
    return lockRevision(tx, 'pricing');
  }

  async get(tx: Tx, id: PromotionId): Promise<Promotion> {
    const found = await this.find(tx, id);
    if (found === undefined) throw new Refusal<PromotionRefusal>('promotion_not_found', { promotionId: id });
    return found;
  }

  async find(tx: Tx, id: PromotionId): Promise<Promotion | undefined> {
    // The lock comes first and by itself: what is read under it is what its last holder left.
    await runPrepared(tx, 'promotion_lock', LOCK, [id]);
    const [row] = await runPrepared<PromotionRow>(tx, 'promotion', FIND, [id]);
    return row === undefined ? undefined : toPromotion(row);
  }

  async add(tx: Tx, promotion: Promotion): Promise<boolean> {
    const { id, activation, version, createdBy: created_by, createdAt: created_at, details } = promotion;
    const { numInsertedOrUpdatedRows } = await transactionOf<PromotionTables>(tx)
      .insertInto('promotions')
      .values({ tenant_id: tenantOf(tx), id, activation, version, created_by, created_at, ...listed(promotion) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    const { usesMax, usesPerCustomerMax, budget } = details.limits;
    const limits = { uses_max: usesMax, uses_per_customer_max: usesPerCustomerMax, budget: budget?.amount ?? null };
    const counts = { uses: 0, spent: 0, codes: 0, event_sequence: promotion.sequence };
    await transactionOf<PromotionTables>(tx)
      .insertInto('promotion_counters')
      .values({ tenant_id: tenantOf(tx), promotion_id: id, ...limits, currency: budget?.currency ?? null, ...counts })
      .execute();
    await this.addVersion(tx, promotion, created_by);
    await raiseRevision(tx, 'pricing');
    return true;
  }

  async save(tx: Tx, promotion: Promotion, by: string): Promise<void> {
    const { id, version, ruleVersion, sequence, details } = promotion;
    const before = await transactionOf<PromotionTables>(tx)
      .selectFrom('promotions')
      .select('rule_version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { numUpdatedRows } = await transactionOf<PromotionTables>(tx)
      .updateTable('promotions')
      .set({ version, ...listed(promotion) })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} promotions instead of one`);
    const { usesMax, usesPerCustomerMax, budget } = details.limits;
    const limits = [usesMax, usesPerCustomerMax, budget?.amount ?? null, budget?.currency ?? null];
    await runPrepared(tx, 'promotion_limits', SET_LIMITS, [id, ...limits, sequence]);
    if (before.rule_version !== ruleVersion) await this.addVersion(tx, promotion, by);
    await raiseRevision(tx, 'pricing');
  }

  async activeCount(tx: Tx): Promise<number> {
    const [row] = await runPrepared<{ active: number }>(tx, 'promotions_active', ACTIVE, []);
    return row?.active ?? 0;
  }

  private async addVersion(tx: Tx, promotion: Promotion, by: string): Promise<void> {
    const { id, ruleVersion, details, updatedAt } = promotion;
    const row = { promotion_id: id, version: ruleVersion, details: JSON.stringify(details) };
    await transactionOf<PromotionTables>(tx)
      .insertInto('promotion_versions')
      .values({ tenant_id: tenantOf(tx), ...row, made_by: by, made_at: updatedAt })
      .execute();
  }
}

/** What every change writes of a promotion, and lists filter by. */
function listed({ status, ruleVersion, updatedAt, details }: Promotion): Listed {
  const { name, validFrom, validTo, scope }: PromotionDetails = details;
  return {
    ...{ status, rule_version: ruleVersion, updated_at: updatedAt, name },
    ...{ valid_from: validFrom, valid_to: validTo, outlet_ids: scope.outletIds },
  };
}

type Listed = Pick<
  PromotionTables['promotions'],
  'status' | 'rule_version' | 'updated_at' | 'name' | 'valid_from' | 'valid_to' | 'outlet_ids'
>;
