import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { add, negate } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { entryOf, payoutSource, type TipAccount, type TipEntry } from '../domain/tip-entry.js';
import { accountEvent, entrySnapshot, payoutSnapshot } from '../domain/tip-events.js';
import type { TipOutlets } from '../ports/neighbours.js';
import type { TipLedger } from '../ports/tip-ledger.js';
import { writtenIn } from './tip-workplace.js';

type Outcome = 'failed' | 'paid';

/**
 * Takes down what became of payouts of tips. What a provider did not pay is owed again; what it paid after all, once it had said no,
 * is not. Told twice, it writes once; payouts that are none of tips change nothing.
 */
export class SettleTipPayout {
  constructor(
    private readonly transactor: Transactor,
    private readonly ledger: TipLedger,
    private readonly outlets: TipOutlets,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @param failure why, in a word. */
  failed(context: RequestContext, payoutId: string, failure: string | null): Promise<void> {
    return this.settle(context, payoutId, 'failed', `payout failed: ${failure ?? 'declined'}`);
  }

  /** Of a payout that had not failed before, nothing is left to be written. */
  paid(context: RequestContext, payoutId: string): Promise<void> {
    return this.settle(context, payoutId, 'paid', 'payout paid after all');
  }

  private settle(context: RequestContext, payoutId: string, outcome: Outcome, reason: string): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const begun = (await this.ledger.ofSources(tx, [payoutSource('begun', payoutId)]))[0];
      if (begun?.personId == null) return;
      const outlet = await this.outlets.outlet(tx, begun.outletId);
      if (outlet === undefined) throw new Error('an outlet is never removed');
      const accounts = await this.ledger.accounts(tx, outlet, [begun.personId]);
      const found = accounts.get(begun.personId);
      if (found === undefined) throw new Error(`no account was opened for ${begun.personId}`);
      // Under the account's lock: whoever was told the same at the same time has written by now.
      const later = [payoutSource('failed', payoutId), payoutSource('paid', payoutId)];
      const written = (await this.ledger.ofSources(tx, later)).map(({ source }) => source);
      const source = payoutSource(outcome, payoutId);
      if (written.includes(source) || (outcome === 'paid' && written.length === 0)) return;
      const account = { ...found, eventSequence: found.eventSequence + 1 };
      const entry = entryOf(account, {
        ...{ id: this.ids.next<'tip-entry'>(), ...writtenIn(context, outlet), source, payout: begun.payout, reason },
        ...(outcome === 'failed'
          ? { kind: 'payout_returned', amount: negate(begun.amount) }
          : { kind: 'paid_payout', amount: begun.amount }),
      });
      const before = await this.ledger.sum(tx, found);
      await this.ledger.add(tx, [entry], [account]);
      this.outbox.append(tx, [told(account, entry, before, reason)]);
    });
  }
}

function told(account: TipAccount, entry: TipEntry, before: TipEntry['amount'], reason: string) {
  const owed = add(before, entry.amount);
  const what = { entry: entrySnapshot(entry), before, reason };
  if (entry.kind === 'payout_returned') return accountEvent('pos.tip.adjusted', account, owed, what);
  const payout = entry.payout && payoutSnapshot(entry.payout);
  return accountEvent('pos.tip.paid_out', account, owed, { ...what, payout, approvedBy: null });
}
