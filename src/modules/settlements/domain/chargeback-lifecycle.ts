import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { EVIDENCE_MAX, type Chargeback, type ChargebackRefusal } from './chargeback.js';
import { chargebackEvent, type ChargebackEvent } from './chargeback-events.js';

export type ChargebackDecision = Decision<Chargeback, ChargebackEvent>;

/** What is taken back, and by whom it is told. */
export type ChargebackOpening = Omit<Chargeback, 'status' | 'evidence' | 'outcome' | 'closedAt' | 'version'>;

/** A payment was taken back. */
export function openChargeback(opening: ChargebackOpening): ChargebackDecision {
  const state: Chargeback = { ...opening, status: 'opened', evidence: [], outcome: null, closedAt: null, version: 1 };
  return { state, events: [chargebackEvent('pos.chargeback.opened', state, null)] };
}

/** Adds what speaks for the business. @throws Refusal `chargeback_closed`, `chargeback_evidence_full`. */
export function addEvidence(chargeback: Chargeback, note: string, by: string, at: Date): ChargebackDecision {
  assertOpen(chargeback);
  if (chargeback.evidence.length >= EVIDENCE_MAX)
    throw new Refusal<ChargebackRefusal>('chargeback_evidence_full', { limit: EVIDENCE_MAX });
  const evidence = [...chargeback.evidence, { note, by, at: at.toISOString() }];
  return changed('pos.chargeback.evidence_added', chargeback, { evidence });
}

/** The provider decided. @throws Refusal `chargeback_closed` when it did otherwise before; the same again changes nothing. */
export function closeChargeback(
  chargeback: Chargeback,
  status: 'won' | 'lost',
  outcome: string | null,
  at: Date,
): ChargebackDecision {
  if (chargeback.status === status) return { state: chargeback, events: [] };
  assertOpen(chargeback);
  return changed(`pos.chargeback.${status}`, chargeback, { status, outcome, closedAt: at });
}

function assertOpen({ id, status }: Chargeback): void {
  if (status !== 'opened') throw new Refusal<ChargebackRefusal>('chargeback_closed', { chargebackId: id, status });
}

function changed(type: ChargebackEvent['type'], before: Chargeback, change: Partial<Chargeback>): ChargebackDecision {
  const state = { ...before, ...change, version: before.version + 1 };
  return { state, events: [chargebackEvent(type, state, before)] };
}
