import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { takenBackBy } from '../domain/earning.js';
import { isOpen, keyOf, type Intent, type IntentId } from '../domain/intent.js';
import { expire, NOTHING_TO_UNDO, type Outcome } from '../domain/intent-lifecycle.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import type { PointsService, WantedCall } from '../ports/points-service.js';
import type { FollowMember } from './follow-member.js';
import type { SettleIntent } from './settle-intent.js';

/** What is to be done for an intent: a call, or nothing more than taking down what is known. */
type Plan =
  | { readonly call: WantedCall }
  | { readonly enrol: { readonly key: string; readonly customerId: string } }
  | { readonly known: Outcome };

/** What became of it. */
export interface Sent {
  readonly intent: Intent;
  /** False when the ledger gave no answer. */
  readonly answered: boolean;
}

/**
 * Does what an intent is about: reads it in one transaction, calls outside of any, takes the outcome down in another
 * (GUARANTEES G2). Done twice, even at once, it is one movement: the ledger knows the key, and the intent settles once.
 */
export class SendIntent {
  constructor(
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
    private readonly loyalty: LoyaltyRepository,
    private readonly service: PointsService,
    private readonly settle: SettleIntent,
    private readonly follow: FollowMember,
    private readonly now: () => Date,
  ) {}

  /** @returns `undefined` when there is no such intent. One that is settled is left alone. */
  async execute(given: RequestContext, id: IntentId): Promise<Sent | undefined> {
    const { idempotency: _ownTransaction, ...context } = given;
    const planned = await this.transactor.run(context, (tx) => this.plan(tx, id, context.at));
    if (planned?.plan === undefined) return planned && { intent: planned.intent, answered: true };
    const outcome = await this.outcomeOf(context.tenantSlug, planned.plan);
    const intent = await this.settle.execute({ ...context, at: this.now() }, id, outcome);
    if (intent === undefined) return undefined;
    if (outcome.kind === 'moved') await this.copyMissing(context, intent.customerId);
    return { intent, answered: outcome.kind !== 'unknown' };
  }

  private async plan(tx: Tx, id: IntentId, at: Date): Promise<{ intent: Intent; plan?: Plan } | undefined> {
    const found = await this.intents.lock(tx, id);
    if (found === undefined) return undefined;
    const intent = expire(found, at);
    if (intent !== found) await this.intents.save(tx, intent);
    if (!isOpen(intent)) return { intent };
    return { intent, plan: await this.planOf(tx, intent) };
  }

  private async planOf(tx: Tx, intent: Intent): Promise<Plan> {
    const { kind, customerId, orderId, amount, points, status, reference } = intent;
    const key = keyOf(intent);
    if (kind === 'enrol') return { enrol: { key, customerId } };
    if (amount === null) throw new Error(`a movement of points is of an amount: ${intent.id}`);
    const call = { key, kind, customerId, orderId, amount, points, reference: null };
    if (status === 'reversing') return { call: { ...call, kind: 'burn_reversal', reference } };
    const undone = intent.undoes === null ? undefined : await this.intents.find(tx, intent.undoes);
    if (undone?.status === 'refused') return { known: { kind: 'refused', code: NOTHING_TO_UNDO } };
    const due = kind === 'earn_reversal' && undone !== undefined ? await this.pointsDue(tx, intent, undone) : points;
    if (due === 0) return { known: { kind: 'nothing' } };
    return { call: { ...call, points: due, reference: undone?.reference ?? null } };
  }

  /** Earlier intents of the customer are settled by now, so that it comes out the same each time it is asked. */
  private async pointsDue(tx: Tx, { id }: Intent, { id: earn, points, amount }: Intent): Promise<number> {
    const { amount: returned, donePoints } = await this.intents.takenBack(tx, earn, id);
    if (amount === null) return 0;
    return takenBackBy(points ?? 0, { ...amount, amount: returned }, amount, donePoints);
  }

  private outcomeOf(tenantSlug: string, plan: Plan): Promise<Outcome> | Outcome {
    if ('known' in plan) return plan.known;
    if ('enrol' in plan) return this.service.enrol(tenantSlug, plan.enrol.key, plan.enrol.customerId);
    return this.service.move(tenantSlug, plan.call);
  }

  /** A customer who moves points takes part: if nobody told us so, the ledger is asked. */
  private async copyMissing(context: RequestContext, customerId: string): Promise<void> {
    const known = await this.transactor.read(context, (tx) => this.loyalty.find(tx, customerId));
    if (known !== undefined) return;
    const told = await this.service.member(context.tenantSlug, customerId);
    if (told === undefined) return;
    await this.transactor.run(context, (tx) => this.follow.execute(tx, told, context.at));
  }
}
