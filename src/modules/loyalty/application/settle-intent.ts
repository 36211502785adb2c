import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Intent, IntentId } from '../domain/intent.js';
import { settle, type Outcome } from '../domain/intent-lifecycle.js';
import { recordMovement } from '../domain/member.js';
import type { EntryKind, MemberId } from '../domain/membership.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import type { FollowMember } from './follow-member.js';

/** Takes down what came of a call to the sibling's ledger: in the intent, and in the copy of the member. */
export class SettleIntent {
  constructor(
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
    private readonly loyalty: LoyaltyRepository,
    private readonly follow: FollowMember,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly random: () => number,
  ) {}

  /**
   * @param context of its own: without the key of a request.
   * @returns the intent after it; `undefined` when there is none. Whoever settled it before has settled it.
   */
  execute(context: RequestContext, id: IntentId, outcome: Outcome): Promise<Intent | undefined> {
    return this.transactor.run(context, async (tx) => {
      const intent = await this.intents.lock(tx, id);
      if (intent === undefined) return undefined;
      const { state, events } = settle(intent, outcome, context.at, this.random());
      if (state === intent) return intent;
      await this.intents.save(tx, state);
      this.outbox.append(tx, events);
      if (outcome.kind === 'moved') await this.copyMovement(tx, intent, outcome, context.at);
      if (outcome.kind === 'enrolled')
        await this.follow.execute(tx, outcome.member, context.at, id as string as MemberId);
      return state;
    });
  }

  /** The movement as the member's own list shows it, with the balance that the ledger told. */
  private async copyMovement(
    tx: Tx,
    intent: Intent,
    moved: Extract<Outcome, { kind: 'moved' }>,
    at: Date,
  ): Promise<void> {
    const { customerId, orderId, amount } = intent;
    if ((await this.loyalty.find(tx, customerId)) === undefined) return;
    const takenBack = intent.status === 'reversing';
    const source = takenBack ? `take-back:${intent.source}` : intent.source;
    const member = await this.loyalty.get(tx, customerId);
    if ((await this.loyalty.entryOf(tx, source)) !== undefined) return;
    const kind: EntryKind = takenBack ? 'burn_reversal' : (intent.kind as EntryKind);
    const points = kind === 'burn' || kind === 'earn_reversal' ? -moved.points : moved.points;
    const movement = { id: this.ids.next<'loyalty-entry'>(), kind, points, source, orderId, reason: null };
    const worth = amount?.amount ?? null;
    const { state, entry, events } = recordMovement(member, { ...movement, worth }, moved.balance, at);
    await this.loyalty.save(tx, state, entry);
    this.outbox.append(tx, events);
  }
}
