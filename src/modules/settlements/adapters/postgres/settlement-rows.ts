import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Chargeback, ChargebackId, Evidence } from '../../domain/chargeback.js';
import type { Difference, DifferenceId } from '../../domain/difference.js';
import type { DifferenceKind } from '../../domain/reconciliation.js';
import type { LineKind, Settlement, SettlementId, SettlementLine } from '../../domain/settlement.js';

type Amount = string | number;

export interface SettlementRow {
  tenant_id: string;
  id: string;
  provider: string;
  reference: string;
  outlet_id: string | null;
  currency: string;
  period_from: Date;
  period_to: Date;
  net: Amount;
  line_count: number;
  fingerprint: string;
  matched: number;
  differing: number;
  fees: Amount;
  received_at: Date;
  received_by: string;
  missing_due_at: Date | null;
  event_sequence: number;
  version: number;
}

export interface LineRow {
  tenant_id: string;
  batch_id: string;
  number: number;
  kind: LineKind;
  payment_reference: string | null;
  amount: Amount;
  fee: Amount;
}

export interface DifferenceRow {
  tenant_id: string;
  id: string;
  batch_id: string;
  source: string;
  kind: DifferenceKind;
  payment_reference: string | null;
  payment_id: string | null;
  expected: Amount;
  found: Amount;
  currency: string;
  status: Difference['status'];
  reason: string | null;
  explained_by: string | null;
  explained_at: Date | null;
  found_at: Date;
  version: number;
}

export interface ChargebackRow {
  tenant_id: string;
  id: string;
  payment_id: string;
  order_id: string | null;
  outlet_id: string | null;
  provider: string;
  reference: string | null;
  amount: Amount;
  currency: string;
  reason: string;
  status: Chargeback['status'];
  due_by: Date | null;
  evidence: readonly Evidence[];
  outcome: string | null;
  opened_at: Date;
  opened_by: string;
  closed_at: Date | null;
  version: number;
}

/** The tables of this module. */
export interface SettlementTables {
  settlement_batches: SettlementRow;
  settlement_lines: LineRow;
  settlement_differences: DifferenceRow;
  chargebacks: Omit<ChargebackRow, 'evidence'> & { evidence: unknown };
}

/** A row as the domain knows it. */
export function toSettlement(row: SettlementRow): Settlement {
  return {
    id: row.id as SettlementId,
    provider: row.provider,
    reference: row.reference,
    outletId: row.outlet_id as OutletId | null,
    currency: row.currency,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    net: money(Number(row.net), row.currency),
    lineCount: row.line_count,
    fingerprint: row.fingerprint,
    matched: row.matched,
    differing: row.differing,
    fees: Number(row.fees),
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    missingDueAt: row.missing_due_at,
    eventSequence: row.event_sequence,
    version: row.version,
  };
}

/** A batch as its row, but for whose it is. */
export function fromSettlement(settlement: Settlement): Omit<SettlementRow, 'tenant_id'> {
  return {
    id: settlement.id,
    provider: settlement.provider,
    reference: settlement.reference,
    outlet_id: settlement.outletId,
    currency: settlement.currency,
    period_from: settlement.periodFrom,
    period_to: settlement.periodTo,
    net: settlement.net.amount,
    line_count: settlement.lineCount,
    fingerprint: settlement.fingerprint,
    matched: settlement.matched,
    differing: settlement.differing,
    fees: settlement.fees,
    received_at: settlement.receivedAt,
    received_by: settlement.receivedBy,
    missing_due_at: settlement.missingDueAt,
    event_sequence: settlement.eventSequence,
    version: settlement.version,
  };
}

/** A row as the domain knows it. */
export function toLine({ number, kind, payment_reference, amount, fee }: LineRow): SettlementLine {
  return { number, kind, paymentReference: payment_reference, amount: Number(amount), fee: Number(fee) };
}

/** A row as the domain knows it. */
export function toDifference(row: DifferenceRow): Difference {
  return {
    id: row.id as DifferenceId,
    settlementId: row.batch_id as SettlementId,
    source: row.source,
    kind: row.kind,
    paymentReference: row.payment_reference,
    paymentId: row.payment_id,
    expected: Number(row.expected),
    found: Number(row.found),
    currency: row.currency,
    status: row.status,
    reason: row.reason,
    explainedBy: row.explained_by,
    explainedAt: row.explained_at,
    foundAt: row.found_at,
    version: row.version,
  };
}

/** A difference as its row, but for whose it is. */
export function fromDifference(difference: Difference): Omit<DifferenceRow, 'tenant_id'> {
  return {
    id: difference.id,
    batch_id: difference.settlementId,
    source: difference.source,
    kind: difference.kind,
    payment_reference: difference.paymentReference,
    payment_id: difference.paymentId,
    expected: difference.expected,
    found: difference.found,
    currency: difference.currency,
    status: difference.status,
    reason: difference.reason,
    explained_by: difference.explainedBy,
    explained_at: difference.explainedAt,
    found_at: difference.foundAt,
    version: difference.version,
  };
}

/** A row as the domain knows it. */
export function toChargeback(row: ChargebackRow): Chargeback {
  return {
    id: row.id as ChargebackId,
    paymentId: row.payment_id,
    orderId: row.order_id,
    outletId: row.outlet_id as OutletId | null,
    provider: row.provider,
    reference: row.reference,
    amount: money(Number(row.amount), row.currency),
    reason: row.reason,
    status: row.status,
    dueBy: row.due_by,
    evidence: row.evidence,
    outcome: row.outcome,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
    version: row.version,
  };
}

/** A chargeback as its row, but for whose it is. */
export function fromChargeback(chargeback: Chargeback): Omit<SettlementTables['chargebacks'], 'tenant_id'> {
  return {
    id: chargeback.id,
    payment_id: chargeback.paymentId,
    order_id: chargeback.orderId,
    outlet_id: chargeback.outletId,
    provider: chargeback.provider,
    reference: chargeback.reference,
    amount: chargeback.amount.amount,
    currency: chargeback.amount.currency,
    reason: chargeback.reason,
    status: chargeback.status,
    due_by: chargeback.dueBy,
    evidence: JSON.stringify(chargeback.evidence),
    outcome: chargeback.outcome,
    opened_at: chargeback.openedAt,
    opened_by: chargeback.openedBy,
    closed_at: chargeback.closedAt,
    version: chargeback.version,
  };
}
