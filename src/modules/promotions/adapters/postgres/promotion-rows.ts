import type { CodeBatchId, CodeId, PromoCode } from '../../domain/promo-code.js';
import type { PromotionDetails } from '../../domain/promotion-details.js';
import type { Activation, Promotion, PromotionId, PromotionStatus, PromotionVersion } from '../../domain/promotion.js';

/** The tables that this module owns. */
export interface PromotionTables {
  promotions: {
    tenant_id: string;
    id: string;
    activation: Activation;
    status: PromotionStatus;
    rule_version: number;
    name: string;
    valid_from: Date | string | null;
    valid_to: Date | string | null;
    outlet_ids: readonly string[] | null;
    version: number;
    created_by: string;
    created_at: Date;
    updated_at: Date;
  };
  promotion_versions: {
    tenant_id: string;
    promotion_id: string;
    version: number;
    /** JSON. */
    details: string;
    made_by: string;
    made_at: Date;
  };
  promotion_counters: {
    tenant_id: string;
    promotion_id: string;
    uses_max: number | null;
    uses_per_customer_max: number | null;
    budget: number | null;
    currency: string | null;
    uses: number;
    spent: number;
    codes: number;
    event_sequence: number;
  };
  promotion_codes: {
    tenant_id: string;
    id: string;
    promotion_id: string;
    batch_id: string;
    code: string;
    uses_max: number | null;
    uses_per_customer_max: number | null;
    valid_to: Date | null;
    active: boolean;
    uses: number;
    version: number;
    created_at: Date;
  };
}

/** A promotion with its newest version and its count of events. */
export interface PromotionRow {
  id: string;
  activation: Activation;
  status: PromotionStatus;
  rule_version: number;
  version: number;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  details: PromotionDetails;
  event_sequence: number;
}

export interface VersionRow {
  version: number;
  details: PromotionDetails;
  made_by: string;
  made_at: Date;
}

export type CodeRow = Omit<PromotionTables['promotion_codes'], 'tenant_id'>;

/** What a promotion is read from; `where` follows. */
export const SELECT_PROMOTIONS = `select p.id, p.activation, p.status, p.rule_version, p.version, p.created_by, p.created_at,
    p.updated_at, v.details, c.event_sequence
  from promotions p
  join promotion_versions v on v.promotion_id = p.id and v.version = p.rule_version
  join promotion_counters c on c.promotion_id = p.id`;

export const CODE_COLUMNS =
  'id, promotion_id, batch_id, code, uses_max, uses_per_customer_max, valid_to, active, uses, version, created_at';

/** The promotion that a row tells of. */
export function toPromotion(row: PromotionRow): Promotion {
  return {
    id: row.id as PromotionId,
    activation: row.activation,
    status: row.status,
    details: row.details,
    ruleVersion: row.rule_version,
    version: row.version,
    sequence: row.event_sequence,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The version that a row tells of. */
export function toVersion({ version, details, made_by, made_at }: VersionRow): PromotionVersion {
  return { version, details, madeBy: made_by, madeAt: made_at };
}

/** The code that a row tells of. */
export function toCode(row: CodeRow): PromoCode {
  return {
    id: row.id as CodeId,
    promotionId: row.promotion_id as PromotionId,
    batchId: row.batch_id as CodeBatchId,
    code: row.code,
    usesMax: row.uses_max,
    usesPerCustomerMax: row.uses_per_customer_max,
    validTo: row.valid_to,
    active: row.active,
    uses: row.uses,
    version: row.version,
    createdAt: row.created_at,
  };
}
