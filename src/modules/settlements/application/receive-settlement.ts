import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import {
  receiveSettlement,
  type Settlement,
  type SettlementDraft,
  type SettlementId,
  type SettlementRefusal,
} from '../domain/settlement.js';
import { receivedEvent } from '../domain/settlement-events.js';
import type { SettlementRepository } from '../ports/settlement-repository.js';
import type { ReconcileSettlement } from './reconcile-settlement.js';

export interface ReceiveSettlementCommand extends SettlementDraft {
  readonly id: SettlementId | undefined;
  /** Hash of all that is said, so that the same again is known. */
  readonly fingerprint: string;
}

/** Takes a batch in, once, and holds it against what is known. */
export class ReceiveSettlement {
  constructor(
    private readonly transactor: Transactor,
    private readonly settlements: SettlementRepository,
    private readonly reconciling: ReconcileSettlement,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `settlement_invalid`, `settlement_differs`. */
  execute(context: RequestContext, command: ReceiveSettlementCommand): Promise<Settlement> {
    return this.transactor.run(context, (tx) => this.within(tx, context, command));
  }

  /** The same in the caller's transaction. */
  async within(tx: Tx, context: RequestContext, command: ReceiveSettlementCommand): Promise<Settlement> {
    const { id = this.ids.next<'settlement'>(), fingerprint, ...draft } = command;
    const { principal, at } = context;
    const settlement = receiveSettlement(draft, { id, fingerprint, by: principal.id, at });
    const known = await this.settlements.add(tx, settlement, draft.lines);
    if (known !== undefined) {
      if (known.fingerprint === fingerprint) return known;
      const { provider, reference } = draft;
      throw new Refusal<SettlementRefusal>('settlement_differs', { provider, reference, settlementId: known.id });
    }
    this.outbox.append(tx, [receivedEvent(settlement)]);
    return this.reconciling.within(tx, context, settlement, draft.lines);
  }
}
