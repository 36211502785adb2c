import { createHash } from 'node:crypto';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import { canonicalJson } from '../../../../platform/http/canonical-json.js';
import {
  moneyDto,
  moneyFrom,
  timeFrom,
  type CurrencyCode,
  type MinorUnits,
  type MoneyDto,
  type Timestamp,
  type Uuid,
} from '../../../../platform/http/values.js';
import type { ReceiveSettlementCommand } from '../../application/receive-settlement.js';
import type { Difference } from '../../domain/difference.js';
import type { Settlement, SettlementId, SettlementLine } from '../../domain/settlement.js';
import type { SettlementSummary } from '../../ports/settlement-views.js';
import type { TextScreen } from '../../ports/text-screen.js';

/**
 * A provider's name of something.
 * @minLength 1
 * @maxLength 100
 */
export type ProviderReference = string;
/**
 * Who processes payments: `treasury`, `mpesa`.
 * @pattern ^[a-z][a-z0-9_]{0,39}$
 */
export type ProviderName = string;
export type SettlementLineKind = 'payment' | 'refund' | 'chargeback' | 'fee' | 'adjustment';
export type SettlementDifferenceKind = 'amount_differs' | 'unknown_payment' | 'missing' | 'doubled' | 'net_differs';
export type SettlementDifferenceStatus = 'open' | 'explained';

/** One line of what a provider pays out. */
export interface SettlementLineDto {
  kind: SettlementLineKind;
  /** The provider's name of the payment, or our own key of it; not needed on fees and adjustments. */
  paymentReference?: ProviderReference | null;
  /** Minor units of the settlement's currency; not signed, but for adjustments: the kind says which way it goes. */
  amount: MinorUnits;
  /** What the provider keeps of it; 0 when absent. */
  fee?: MinorUnits;
}

/** What a provider pays out. */
export interface ReceiveSettlementRequest {
  /** Your own id for it; it then also serves as the Idempotency-Key. */
  id?: Uuid;
  provider: ProviderName;
  reference: ProviderReference;
  /** Null or absent: of the business as a whole. */
  outletId?: Uuid | null;
  currency: CurrencyCode;
  periodFrom: Timestamp;
  /** Exclusive. */
  periodTo: Timestamp;
  /** @maxItems 10000 */
  lines: SettlementLineDto[];
  /** What the provider says that it pays out. */
  net: MoneyDto;
}

/** A settlement and how it compares. */
export interface SettlementResponse {
  id: Uuid;
  provider: string;
  reference: string;
  outletId: Uuid | null;
  periodFrom: Timestamp;
  periodTo: Timestamp;
  net: MoneyDto;
  /** What the provider keeps, of all lines. */
  fees: MoneyDto;
  /** @isInt */
  lines: number;
  /**
   * Lines that are as known here.
   * @isInt
   */
  matched: number;
  /**
   * Differences that were ever found.
   * @isInt
   */
  differing: number;
  receivedAt: Timestamp;
  receivedBy: string;
  /** When payments of its period that are in no settlement begin to count as missing; null once that was looked at. */
  missingDueAt: Timestamp | null;
  /** @isInt */
  version: number;
}

/** Differences of one kind. Amounts are signed: what comes in is positive. */
export interface SettlementDifferenceSum {
  kind: SettlementDifferenceKind;
  /** @isInt */
  count: number;
  /** @isInt */
  open: number;
  expected: MoneyDto;
  found: MoneyDto;
}

/** A settlement with the sums of its differences. */
export interface SettlementDetailResponse extends SettlementResponse {
  summary: SettlementDifferenceSum[];
  /** The newest; all are at `/settlement-differences?settlementId=`. */
  differences: SettlementDifferenceResponse[];
}

/** A line as it came. */
export interface SettlementLineResponse {
  /** @isInt */
  number: number;
  kind: SettlementLineKind;
  paymentReference: string | null;
  amount: MinorUnits;
  fee: MinorUnits;
}

/** Something that is not as known here. Amounts are signed: what comes in is positive. */
export interface SettlementDifferenceResponse {
  id: Uuid;
  settlementId: Uuid;
  kind: SettlementDifferenceKind;
  paymentReference: string | null;
  paymentId: Uuid | null;
  /** What is known here. */
  expected: MoneyDto;
  /** What the provider says. */
  found: MoneyDto;
  status: SettlementDifferenceStatus;
  reason: string | null;
  explainedBy: string | null;
  explainedAt: Timestamp | null;
  foundAt: Timestamp;
  /** @isInt */
  version: number;
}

/** Why there is a difference. */
export interface ExplainDifferenceRequest {
  /**
   * @minLength 1
   * @maxLength 500
   */
  reason: string;
}

/** Reads a settlement. @throws Refusal for what the contract's form cannot tell. */
export function settlementFrom(body: ReceiveSettlementRequest, screen: TextScreen): ReceiveSettlementCommand {
  const { id, provider, reference, currency, outletId = null } = body;
  moneyFrom({ amount: 0, currency }, ''); // a currency that there is
  const draft = {
    provider,
    reference: screen(reference, '/reference'),
    outletId: outletId as OutletId | null,
    currency,
    periodFrom: timeFrom(body.periodFrom, '/periodFrom'),
    periodTo: timeFrom(body.periodTo, '/periodTo'),
    lines: body.lines.map(lineFrom),
    net: moneyFrom(body.net, '/net'),
  };
  return { ...draft, id: id as SettlementId | undefined, fingerprint: fingerprintOf(draft) };
}

/** The same however it came: as JSON or as a file. */
export function fingerprintOf(draft: Omit<ReceiveSettlementCommand, 'id' | 'fingerprint'>): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(draft))))
    .digest('base64url');
}

function lineFrom({ kind, paymentReference, amount, fee }: SettlementLineDto, index: number): SettlementLine {
  return { number: index + 1, kind, paymentReference: paymentReference ?? null, amount, fee: fee ?? 0 };
}

/** Shows a settlement. */
export function toSettlementResponse(settlement: Settlement): SettlementResponse {
  const { id, provider, reference, outletId, currency, matched, differing, receivedBy, version } = settlement;
  return {
    ...{ id, provider, reference, outletId, matched, differing, receivedBy, version },
    periodFrom: settlement.periodFrom.toISOString(),
    periodTo: settlement.periodTo.toISOString(),
    net: moneyDto(settlement.net),
    fees: moneyDto(money(settlement.fees, currency)),
    lines: settlement.lineCount,
    receivedAt: settlement.receivedAt.toISOString(),
    missingDueAt: settlement.missingDueAt?.toISOString() ?? null,
  };
}

/** Shows a settlement with its differences. */
export function toDetailResponse(
  { settlement, differences: sums }: SettlementSummary,
  differences: readonly Difference[],
): SettlementDetailResponse {
  const { currency } = settlement;
  const summary = sums.map(({ kind, count, open, expected, found }) => ({
    ...{ kind, count, open, expected: moneyDto(money(expected, currency)), found: moneyDto(money(found, currency)) },
  }));
  return { ...toSettlementResponse(settlement), summary, differences: differences.map(toDifferenceResponse) };
}

/** Shows a line. */
export function toLineResponse(line: SettlementLine): SettlementLineResponse {
  return { ...line };
}

/** Shows a difference. */
export function toDifferenceResponse(difference: Difference): SettlementDifferenceResponse {
  const { id, settlementId, kind, paymentReference, paymentId, currency, status, reason, explainedBy, version } =
    difference;
  return {
    ...{ id, settlementId, kind, paymentReference, paymentId, status, reason, explainedBy, version },
    expected: moneyDto(money(difference.expected, currency)),
    found: moneyDto(money(difference.found, currency)),
    explainedAt: difference.explainedAt?.toISOString() ?? null,
    foundAt: difference.foundAt.toISOString(),
  };
}
