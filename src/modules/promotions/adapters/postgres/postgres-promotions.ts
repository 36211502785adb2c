import { isUuid } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { Outbox } from '../../../../kernel/outbox.js';
import { RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import {
  PromotionsFacade,
  type Candidate,
  type PromotionQuestion,
  type PromotionUse,
  type RefusedUse,
  type RejectedCode,
} from '../../application/promotions-facade.js';
import {
  activePromotion,
  weighPromotions,
  type ActivePromotions,
  type PromotionVersion,
} from '../../application/weigh-promotions.js';
import type { PromotionRule } from '../../domain/promotion-rule.js';
import { ruleFrom } from '../../domain/read-rule.js';
import { countsOfCodes, countsOfPromotions, type Asking } from './use-counts.js';
import { UseLedger } from './use-ledger.js';

const ACTIVE = `select p.id, p.activation, v.version, v.details from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version
  where p.status = 'active' order by p.id`;
const NEWEST = `select p.id, p.activation, v.version, v.details from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version where p.id = $1`;
/** Tenants whose promotions are kept in memory; of most it is a handful of promotions. */
const TENANTS_MAX = 2_000;

/** Promotions for other modules: rules from memory, uses and codes from the tables. */
export class PostgresPromotions extends PromotionsFacade {
  private readonly ledger: UseLedger;
  private readonly cache: RevisionCache<ActivePromotions>;

  constructor(outbox: Outbox, tenantsMax: number = TENANTS_MAX) {
    super();
    this.ledger = new UseLedger(outbox);
    this.cache = new RevisionCache('pricing', tenantsMax);
  }

  async candidates(
    tx: Tx,
    question: PromotionQuestion,
  ): Promise<{ candidates: readonly Candidate[]; rejected: readonly RejectedCode[] }> {
    const active = await this.cache.get(tx, 'active promotions', () => readActive(tx));
    const asking = askingOf(question);
    return weighPromotions(active, question, {
      ofPromotions: (ids) => countsOfPromotions(tx, ids, asking),
      ofCodes: (codes) => countsOfCodes(tx, codes, asking),
    });
  }

  async use(
    tx: Tx,
    orderId: string,
    customerId: string | null,
    uses: readonly PromotionUse[],
  ): Promise<readonly RefusedUse[]> {
    const wanted = uses.map(({ promotionId, code, amount }) => ({ promotionId, code, amount, customerId }));
    const refused = await this.ledger.set(tx, orderId, customerId, wanted);
    return refused.map(({ use: { promotionId, code }, reason }) => ({ promotionId, code, reason }));
  }

  async newest(tx: Tx, promotionId: string): Promise<PromotionRule | undefined> {
    if (!isUuid(promotionId)) return undefined;
    const [row] = await runPrepared<PromotionVersion>(tx, 'promotion_newest', NEWEST, [promotionId]);
    return row === undefined ? undefined : ruleFrom(row.details, row);
  }
}

async function readActive(tx: Tx): Promise<ActivePromotions> {
  const rows = await runPrepared<PromotionVersion>(tx, 'promotions_in_force', ACTIVE, []);
  return new Map(rows.map((row) => [row.id, activePromotion(row)]));
}

function askingOf({ customerId, orderId = null }: PromotionQuestion): Asking {
  return { customerId, orderId };
}
