import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Intent, IntentId } from '../domain/intent.js';
import { intend, NOT_ENROLLED } from '../domain/intent-lifecycle.js';
import type { LoyaltyRefusal } from '../domain/loyalty-refusal.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { SendIntent } from './send-intent.js';

/** Takes points for a sale that is to be paid with them. */
export interface PointsHolder {
  execute(context: RequestContext, wish: { readonly customerId: string; readonly amount: Money }): Promise<Intent>;
}

/**
 * Has the sibling's ledger take points, and holds them for a sale. The intent is committed before the call, and belongs to the
 * request's key: a request that is repeated goes on where it was left.
 */
export class HoldPoints implements PointsHolder {
  /** @param leaseMs for how long the worker leaves the call to the request. */
  constructor(
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
    private readonly send: SendIntent,
    private readonly ids: IdSource,
    private readonly leaseMs: number,
  ) {}

  /**
   * @returns the burn; still `pending` when the ledger has not answered, and then nothing is stored under the request's key.
   * @throws Refusal `loyalty_not_enrolled`, `loyalty_member_closed`, `loyalty_points_too_low`, `loyalty_movement_refused`,
   * `idempotency_key_reused`.
   */
  async execute(
    context: RequestContext,
    { customerId, amount }: { readonly customerId: string; readonly amount: Money },
  ): Promise<Intent> {
    const { idempotency, ...keyless } = context;
    const id = this.ids.next<'loyalty-intent'>();
    const source = `hold:${idempotency?.key ?? id}`;
    const firstLook = new Date(context.at.getTime() + this.leaseMs);
    const intent = intend({ id, kind: 'burn', customerId, amount, source }, context.at, firstLook);
    const meant = await this.transactor.run(keyless, async (tx) => {
      if (await this.intents.add(tx, intent)) return intent;
      return this.intents.ofSource(tx, source);
    });
    if (
      meant?.customerId !== customerId ||
      meant.amount?.amount !== amount.amount ||
      meant.amount.currency !== amount.currency
    )
      throw new Refusal('idempotency_key_reused');
    const sent = meant.status === 'pending' ? (await this.send.execute(keyless, meant.id))?.intent : meant;
    if (sent?.status === 'pending') return sent;
    return this.transactor.run(context, (tx) => this.settled(tx, meant.id));
  }

  private async settled(tx: Parameters<IntentRepository['find']>[0], id: IntentId): Promise<Intent> {
    const intent = await this.intents.find(tx, id);
    if (intent === undefined) throw new Refusal<LoyaltyRefusal>('loyalty_burn_not_found');
    if (intent.status === 'refused') throw refusalOf(intent);
    return intent;
  }
}

/** Points are kept here: they are taken with the sale. */
export class NoHold implements PointsHolder {
  /** @throws Refusal `loyalty_burn_not_needed`. */
  execute(): Promise<Intent> {
    return Promise.reject(new Refusal<LoyaltyRefusal>('loyalty_burn_not_needed'));
  }
}

const REFUSALS: Readonly<Record<string, LoyaltyRefusal>> = {
  [NOT_ENROLLED]: 'loyalty_not_enrolled',
  member_closed: 'loyalty_member_closed',
  points_too_low: 'loyalty_points_too_low',
};

/** What the ledger's word is in ours. */
export function refusalOf({ customerId, error }: Intent): Refusal {
  return new Refusal<LoyaltyRefusal>(REFUSALS[error ?? ''] ?? 'loyalty_movement_refused', {
    customerId,
    reason: error,
  });
}
