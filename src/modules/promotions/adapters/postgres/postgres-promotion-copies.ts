import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { PromotionCopies, type CopiedPromotion, type SharedCode } from '../../application/promotion-copies.js';
import { currencyOf, type PromotionDetails } from '../../domain/promotion-details.js';
import type { Activation, PromotionId } from '../../domain/promotion.js';

interface Row {
  id: string;
  activation: Activation;
  version: number;
  details: PromotionDetails;
  /** More than so many as are told when there are more. */
  codes: readonly CodeJson[] | null;
}

interface CodeJson {
  readonly code: string;
  readonly usesMax: number | null;
  readonly usesPerCustomerMax: number | null;
  readonly validTo: string | null;
}

/** Of a promotion with more codes none is told: they are personal, whatever their limits. */
const CODES_MAX = 20;
const ACTIVE = `select p.id, p.activation, v.version, v.details, c.codes from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version
  left join lateral (
    select json_agg(k) as codes from (
      select code, uses_max as "usesMax", uses_per_customer_max as "usesPerCustomerMax", valid_to as "validTo" from promotion_codes
       where promotion_id = p.id and active order by created_at, id limit ${CODES_MAX + 1}) k
  ) c on p.activation = 'code'
  where p.status = 'active' and (p.outlet_ids is null or $1::uuid = any(p.outlet_ids)) and (p.valid_to is null or p.valid_to > $2)
  order by p.id`;

/** Promotions for those who keep a copy. */
export class PostgresPromotionCopies extends PromotionCopies {
  async active(tx: Tx, outletId: OutletId, at: Date): Promise<readonly CopiedPromotion[]> {
    const rows = await runPrepared<Row>(tx, 'copies_promotions', ACTIVE, [outletId, at]);
    return rows.map((row) => toCopy(row, at));
  }
}

function toCopy({ id, activation, version, details, codes }: Row, at: Date): CopiedPromotion {
  const known = codes ?? [];
  const shared = known.length > CODES_MAX ? [] : known.filter(({ usesMax }) => usesMax === null).map(toShared);
  return {
    ...{ id: id as PromotionId, activation, version, details, currency: currencyOf(details) },
    codes: shared.filter(({ validTo }) => validTo === null || validTo > at).sort(byCode),
    moreCodes: known.length > CODES_MAX || known.some(({ usesMax }) => usesMax !== null),
  };
}

function toShared({ code, usesPerCustomerMax, validTo }: CodeJson): SharedCode {
  return { code, usesPerCustomerMax, validTo: validTo === null ? null : new Date(validTo) };
}

function byCode(a: SharedCode, b: SharedCode): number {
  return a.code < b.code ? -1 : 1;
}
