import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { runPrepared, transactionOf } from '../../../../platform/postgres/transaction.js';
import { isCodeText, normalCodeOf } from '../../domain/promo-code.js';
import type {
  Promotion,
  PromotionId,
  PromotionRefusal,
  PromotionStatus,
  PromotionVersion,
} from '../../domain/promotion.js';
import type { PromotionQuery, PromotionViews } from '../../ports/promotion-views.js';
import {
  SELECT_PROMOTIONS,
  toPromotion,
  toVersion,
  type PromotionRow,
  type PromotionTables,
  type VersionRow,
} from './promotion-rows.js';

const PROMOTION = `${SELECT_PROMOTIONS} where p.id = $1`;
const KNOWN = 'select 1 from promotions where id = $1';
const VERSIONS = `select version, details, made_by, made_at from promotion_versions
  where promotion_id = $1 and ($2::integer is null or version < $2) order by version desc limit $3`;
const VERSION = `select version, details, made_by, made_at from promotion_versions where promotion_id = $1 and version = $2`;

/** Refuses a promotion that is not there. @throws Refusal `promotion_not_found`. */
export async function assertKnown(tx: Tx, id: PromotionId): Promise<void> {
  const [known] = await runPrepared(tx, 'promotion_known', KNOWN, [id]);
  if (known === undefined) throw new Refusal<PromotionRefusal>('promotion_not_found', { promotionId: id });
}

/** Answers questions about promotions. */
export class PostgresPromotionViews implements PromotionViews {
  constructor(private readonly transactor: Transactor) {}

  async promotion(context: RequestContext, id: PromotionId): Promise<Promotion> {
    const [row] = await this.transactor.read(context, (tx) =>
      runPrepared<PromotionRow>(tx, 'promotion', PROMOTION, [id]),
    );
    if (row === undefined) throw new Refusal<PromotionRefusal>('promotion_not_found', { promotionId: id });
    return toPromotion(row);
  }

  async promotions(context: RequestContext, query: PromotionQuery): Promise<readonly Promotion[]> {
    const where = sql.join(conditionsOf(query, context.at), sql` and `);
    const select = sql<PromotionRow>`${sql.raw(SELECT_PROMOTIONS)} where ${where}
      order by p.created_at desc, p.id desc limit ${query.limit + 1}`;
    const ask = async (tx: Tx): Promise<PromotionRow[]> =>
      (await select.execute(transactionOf<PromotionTables>(tx))).rows;
    return (await this.transactor.read(context, ask)).map(toPromotion);
  }

  versions(
    context: RequestContext,
    id: PromotionId,
    { limit, below }: { limit: number; below?: number },
  ): Promise<readonly PromotionVersion[]> {
    return this.transactor.read(context, async (tx) => {
      await assertKnown(tx, id);
      const rows = await runPrepared<VersionRow>(tx, 'promotion_versions', VERSIONS, [id, below ?? null, limit + 1]);
      return rows.map(toVersion);
    });
  }

  version(context: RequestContext, id: PromotionId, version: number): Promise<PromotionVersion> {
    return this.transactor.read(context, async (tx) => {
      await assertKnown(tx, id);
      const [row] = await runPrepared<VersionRow>(tx, 'promotion_version', VERSION, [id, version]);
      if (row !== undefined) return toVersion(row);
      throw new Refusal<PromotionRefusal>('promotion_version_not_found', { promotionId: id, version });
    });
  }
}

function conditionsOf({ status, q, code, outletId, at, after }: PromotionQuery, now: Date): RawBuilder<unknown>[] {
  const conditions = [sql`true`];
  if (status !== undefined) conditions.push(inStatus(status, now));
  if (q !== undefined) conditions.push(sql`p.name ilike ${`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`);
  if (code !== undefined) conditions.push(broughtBy(normalCodeOf(code)));
  if (outletId !== undefined) {
    conditions.push(sql`(p.outlet_ids is null or ${outletId}::uuid = any(p.outlet_ids))`);
  }
  if (at !== undefined) {
    conditions.push(
      sql`p.status = 'active' and (p.valid_from is null or p.valid_from <= ${at}) and (p.valid_to is null or ${at} < p.valid_to)`,
    );
  }
  if (after !== undefined) {
    conditions.push(sql`(p.created_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return conditions;
}

/** As `statusAt` says it. */
function inStatus(status: PromotionStatus, now: Date): RawBuilder<unknown> {
  const over = sql`(p.status <> 'draft' and p.valid_to is not null and p.valid_to <= ${now})`;
  return status === 'ended' ? sql`(p.status = 'ended' or ${over})` : sql`(p.status = ${status} and not ${over})`;
}

function broughtBy(code: string): RawBuilder<unknown> {
  if (!isCodeText(code)) return sql`false`;
  return sql`p.id = (select k.promotion_id from promotion_codes k where k.code = ${code})`;
}
