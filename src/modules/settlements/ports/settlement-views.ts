import type { RequestContext } from '../../../kernel/context.js';
import type { Chargeback, ChargebackId } from '../domain/chargeback.js';
import type { Difference, DifferenceId } from '../domain/difference.js';
import type { Settlement, SettlementId, SettlementLine } from '../domain/settlement.js';

/** A place in a list by time. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

interface Page {
  readonly limit: number;
  readonly after: Position | undefined;
  readonly provider: string | undefined;
  readonly outletId: string | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

export type SettlementPage = Page;
export interface DifferencePage extends Page {
  readonly status: Difference['status'] | undefined;
  readonly kind: Difference['kind'] | undefined;
  readonly settlementId: string | undefined;
}
export interface ChargebackPage extends Page {
  readonly status: Chargeback['status'] | undefined;
  readonly paymentId: string | undefined;
}

/** A batch, and the sums of what was found about it. */
export interface SettlementSummary {
  readonly settlement: Settlement;
  /** Of each kind of difference: how many, how many of them open, and what they come to. */
  readonly differences: readonly {
    readonly kind: Difference['kind'];
    readonly count: number;
    readonly open: number;
    readonly expected: number;
    readonly found: number;
  }[];
}

/** Questions that change nothing; lists come newest first, one more than `limit` may come back. */
export interface SettlementViews {
  settlements(context: RequestContext, page: SettlementPage): Promise<Settlement[]>;
  /** @throws Refusal `settlement_not_found`. */
  summary(context: RequestContext, id: SettlementId): Promise<SettlementSummary>;
  /** By their numbers. @throws Refusal `settlement_not_found`. */
  lines(context: RequestContext, id: SettlementId, page: { limit: number; after: number }): Promise<SettlementLine[]>;
  differences(context: RequestContext, page: DifferencePage): Promise<Difference[]>;
  /** @throws Refusal `settlement_difference_not_found`. */
  difference(context: RequestContext, id: DifferenceId): Promise<Difference>;
  chargebacks(context: RequestContext, page: ChargebackPage): Promise<Chargeback[]>;
  /** @throws Refusal `chargeback_not_found`. */
  chargeback(context: RequestContext, id: ChargebackId): Promise<Chargeback>;
}
