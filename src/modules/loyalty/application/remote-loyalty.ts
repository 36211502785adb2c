import { isUuid, type IdSource } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { pointsGivenBack } from '../domain/earning.js';
import type { Intent, IntentId } from '../domain/intent.js';
import { intend, use } from '../domain/intent-lifecycle.js';
import type { LoyaltyRefusal } from '../domain/loyalty-refusal.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import { LoyaltyFacade, type LoyaltyMember, type PointsPayment, type PointsRefund } from './loyalty-facade.js';

/** What a payment took, and the intent that took it if the ledger was a sibling's by then. */
interface Burnt {
  readonly intent: Intent | undefined;
  /** Signed, as a ledger has it. */
  readonly points: number;
  readonly worth: number;
}

/**
 * The programme with a sibling's ledger. Nothing here calls anybody: a sale is paid with a burn that was made before it, and what
 * a refund gives back is an intent, sent after the refund has committed (GUARANTEES G2).
 */
export class RemoteLoyalty extends LoyaltyFacade {
  constructor(
    private readonly loyalty: LoyaltyRepository,
    private readonly intents: IntentRepository,
    private readonly ids: IdSource,
    private readonly now: () => Date,
  ) {
    super();
  }

  async member(tx: Tx, customerId: string): Promise<LoyaltyMember | undefined> {
    const member = await this.loyalty.find(tx, customerId);
    if (member?.status !== 'active') return undefined;
    return { customerId, groups: member.groups, entitlements: member.entitlements };
  }

  async burn(tx: Tx, payment: PointsPayment): Promise<{ readonly points: number }> {
    const { reference, paymentId } = payment;
    const id = reference?.trim().toLowerCase() ?? '';
    const held = isUuid(id) ? await this.intents.lock(tx, id as IntentId) : undefined;
    const used = held && use(held, payment);
    if (used === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_burn_unknown', { paymentId });
    if (used !== held) await this.intents.save(tx, used);
    return { points: used.points ?? 0 };
  }

  async giveBack(tx: Tx, { refundId, paymentId, orderId, customerId, amount }: PointsRefund): Promise<void> {
    const burnt = await this.burntBy(tx, paymentId, customerId);
    const source = `give-back:${refundId}:${paymentId}`;
    if ((await this.intents.ofSource(tx, source)) !== undefined) return;
    const points = pointsGivenBack(burnt, await this.givenBack(tx, paymentId, burnt.intent), amount);
    const id = this.ids.next<'loyalty-intent'>();
    const wish = { id, kind: 'burn_reversal', customerId, orderId, paymentId, amount, points, source } as const;
    const at = this.now();
    await this.intents.add(tx, intend({ ...wish, undoes: burnt.intent?.id ?? null }, at));
  }

  private async burntBy(tx: Tx, paymentId: string, customerId: string): Promise<Burnt> {
    const intent = await this.intents.ofPayment(tx, paymentId);
    if (intent !== undefined) return { intent, points: -(intent.points ?? 0), worth: intent.amount?.amount ?? 0 };
    // Paid with the built-in ledger, before the points moved to the sibling's.
    await this.loyalty.get(tx, customerId); // the lock under which what was given back is counted
    const entry = await this.loyalty.entryOf(tx, `burn:${paymentId}`);
    if (entry === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_burn_unknown', { paymentId });
    return { intent: undefined, points: entry.points, worth: entry.worth ?? 0 };
  }

  private async givenBack(
    tx: Tx,
    paymentId: string,
    intent: Intent | undefined,
  ): Promise<{ readonly points: number; readonly worth: number }> {
    if (intent !== undefined) {
      const { amount, points } = await this.intents.takenBack(tx, intent.id);
      return { points, worth: amount };
    }
    const [here, there] = [await this.loyalty.givenBack(tx, paymentId), await this.intents.givenBack(tx, paymentId)];
    return { points: here.points + there.points, worth: here.worth + there.amount };
  }
}
