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
  inapplicabilityOf,
  isLimited,
  type ActivePromotion,
  type Inapplicability,
} from '../../domain/applicability.js';
import { isCodeText, normalCodeOf } from '../../domain/promo-code.js';
import { currencyOf, type PromotionDetails } from '../../domain/promotion-details.js';
import type { PromotionRule } from '../../domain/promotion-rule.js';
import type { Activation, PromotionId } from '../../domain/promotion.js';
import { ruleFrom } from '../../domain/read-rule.js';
import { hasRoom } from '../../domain/uses.js';
import { countsOfCodes, countsOfPromotions, type Asking, type CodeCounts } from './use-counts.js';
import { UseLedger } from './use-ledger.js';

interface VersionRow {
  id: string;
  activation: Activation;
  version: number;
  details: PromotionDetails;
}

type Active = ReadonlyMap<string, ActivePromotion>;

const ACTIVE = `select p.id, p.activation, v.version, v.details from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version
  where p.status = 'active' order by p.id`;
const NEWEST = `select p.id, p.activation, v.version, v.details from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version where p.id = $1`;
/** Tenants whose promotions are kept in memory; of most it is a handful of promotions. */
const TENANTS_MAX = 2_000;

const REASONS: Readonly<Record<Inapplicability, RejectedCode['reason']>> = {
  not_now: 'promo_code_expired',
  not_here: 'promo_code_not_here',
  needs_customer: 'promo_code_needs_customer',
};

/** Promotions for other modules: rules from memory, uses and codes from the tables. */
export class PostgresPromotions extends PromotionsFacade {
  private readonly ledger: UseLedger;
  private readonly cache: RevisionCache<Active>;

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
    const automatic = await automaticOnes(tx, active, question);
    if (question.codes.length === 0) return { candidates: automatic, rejected: [] };
    const { brought, rejected } = await broughtByCodes(tx, active, question);
    return { candidates: [...automatic, ...brought], rejected };
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
    const [row] = await runPrepared<VersionRow>(tx, 'promotion_newest', NEWEST, [promotionId]);
    return row === undefined ? undefined : ruleFrom(row.details, row);
  }
}

async function readActive(tx: Tx): Promise<Active> {
  const rows = await runPrepared<VersionRow>(tx, 'promotions_in_force', ACTIVE, []);
  return new Map(rows.map((row) => [row.id, toActive(row)]));
}

function toActive({ id, activation, version, details }: VersionRow): ActivePromotion {
  const { scope, validFrom, validTo, limits } = details;
  return Object.freeze({
    id: id as PromotionId,
    activation,
    rule: ruleFrom(details, { id, version }),
    scope,
    validFrom: validFrom === null ? null : new Date(validFrom),
    validTo: validTo === null ? null : new Date(validTo),
    limits,
    currency: currencyOf(details),
  });
}

/** Those that apply by themselves. Only where one has a limit is the database asked, whether there is room. */
async function automaticOnes(tx: Tx, active: Active, question: PromotionQuestion): Promise<Candidate[]> {
  const fit = [...active.values()].filter(
    (promotion) => promotion.activation === 'automatic' && inapplicabilityOf(promotion, question) === undefined,
  );
  const limited = fit.filter(({ limits }) => isLimited(limits)).map(({ id }) => id);
  const counts =
    limited.length === 0 ? new Map<never, never>() : await countsOfPromotions(tx, limited, askingOf(question));
  const open = fit.filter(({ id }) => {
    const count = counts.get(id);
    return count === undefined || hasRoom(count, question.customerId);
  });
  return open.map(({ rule, limits }) => ({ rule, code: null, counted: isLimited(limits) }));
}

async function broughtByCodes(
  tx: Tx,
  active: Active,
  question: PromotionQuestion,
): Promise<{ brought: Candidate[]; rejected: RejectedCode[] }> {
  const codes = [...new Set(question.codes.map(normalCodeOf))];
  const possible = codes.filter(isCodeText);
  const known = possible.length === 0 ? new Map<never, never>() : await countsOfCodes(tx, possible, askingOf(question));
  const brought: Candidate[] = [];
  const rejected: RejectedCode[] = [];
  for (const code of codes) {
    const found = judged(known.get(code), active, question);
    if (typeof found === 'string') rejected.push({ code, reason: found });
    else brought.push({ rule: found.rule, code, counted: true });
  }
  return { brought, rejected };
}

/** The promotion that a code brings, or why it brings none. */
function judged(
  counts: CodeCounts | undefined,
  active: Active,
  question: PromotionQuestion,
): ActivePromotion | RejectedCode['reason'] {
  if (counts === undefined || counts.status === 'draft') return 'promo_code_unknown';
  const promotion = active.get(counts.promotionId);
  const over = counts.validTo !== null && counts.validTo <= question.at;
  if (promotion === undefined || !counts.active || over) return 'promo_code_expired';
  const reason = inapplicabilityOf(promotion, question);
  if (reason !== undefined) return REASONS[reason];
  const { ofCode, ofPromotion } = counts;
  if (ofCode.usesPerCustomerMax !== null && question.customerId === null) return 'promo_code_needs_customer';
  const room = hasRoom(ofCode, question.customerId) && hasRoom(ofPromotion, question.customerId);
  return room ? promotion : 'promo_code_exhausted';
}

function askingOf({ customerId, orderId = null }: PromotionQuestion): Asking {
  return { customerId, orderId };
}
