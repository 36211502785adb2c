import { mayActFor, type Principal, type RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { updateDifferences, type Difference } from '../domain/difference.js';
import { missingFrom, reconcile, type FoundDifference } from '../domain/reconciliation.js';
import type { Settlement, SettlementId, SettlementLine, SettlementRefusal } from '../domain/settlement.js';
import { differencesEvent } from '../domain/settlement-events.js';
import type { PaymentLedger } from '../ports/payment-ledger.js';
import type { SettlementRepository } from '../ports/settlement-repository.js';

/** More missing payments than these in one batch's period mean something other than payments that went missing. */
const MISSING_MAX = 1_000;

/** Holds a batch against the payments, as often as somebody likes: the same again changes nothing. */
export class ReconcileSettlement {
  constructor(
    private readonly transactor: Transactor,
    private readonly settlements: SettlementRepository,
    private readonly ledger: PaymentLedger,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `settlement_not_found`. */
  execute(context: RequestContext, id: SettlementId): Promise<Settlement> {
    return this.transactor.run(context, async (tx) => {
      const settlement = settlementWithinReach(context.principal, id, await this.settlements.find(tx, id));
      return this.within(tx, context, settlement, await this.settlements.lines(tx, id));
    });
  }

  /** In the caller's transaction, with the batch locked. @returns the batch as it is now. */
  async within(
    tx: Tx,
    { principal, at }: RequestContext,
    settlement: Settlement,
    lines: readonly SettlementLine[],
  ): Promise<Settlement> {
    const view = await this.ledger.about(tx, settlement, lines);
    const { matched, differences: found } = reconcile(lines, settlement.net.amount, view);
    const isDue = settlement.missingDueAt === null || settlement.missingDueAt <= at;
    const missing = isDue ? missingFrom(await this.ledger.unsettled(tx, settlement, MISSING_MAX)) : [];
    const before = await this.settlements.differences(tx, settlement.id);
    const { added, changed } = updateDifferences(before, [...found, ...missing], { by: principal.id, at });
    const fresh = added.map((difference) => this.differenceOf(settlement, difference, at));
    const next: Settlement = {
      ...settlement,
      matched: matched.length,
      differing: before.length + fresh.length,
      missingDueAt: isDue ? null : settlement.missingDueAt,
    };
    const isNew = next.matched !== settlement.matched || next.missingDueAt !== settlement.missingDueAt;
    if (!isNew && fresh.length === 0 && changed.length === 0) return settlement;
    const told = [...fresh, ...changed.filter(({ status }) => status === 'open')];
    const eventSequence = settlement.eventSequence + (told.length > 0 ? 1 : 0);
    const state = { ...next, eventSequence, version: settlement.version + 1 };
    await this.settlements.save(tx, state);
    await this.settlements.addDifferences(tx, fresh);
    await this.settlements.saveDifferences(tx, changed);
    if (told.length > 0) this.outbox.append(tx, [differencesEvent(state, told)]);
    return state;
  }

  private differenceOf({ id, currency }: Settlement, found: FoundDifference, at: Date): Difference {
    return {
      ...found,
      id: this.ids.next<'settlement-difference'>(),
      settlementId: id,
      currency,
      status: 'open',
      reason: null,
      explainedBy: null,
      explainedAt: null,
      foundAt: at,
      version: 1,
    };
  }
}

/** The batch, where there is one and the caller may touch it: one of all outlets is for who may act for all. */
export function settlementWithinReach(by: Principal, id: SettlementId, settlement: Settlement | undefined): Settlement {
  const isWithin =
    settlement !== undefined &&
    (settlement.outletId === null ? by.outlets === undefined : mayActFor(by, settlement.outletId));
  if (!isWithin) throw new Refusal<SettlementRefusal>('settlement_not_found', { settlementId: id });
  return settlement;
}
