import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Intent, IntentId } from '../domain/intent.js';
import { intend } from '../domain/intent-lifecycle.js';
import type { LoyaltyRefusal } from '../domain/loyalty-refusal.js';
import type { Enrolment } from '../domain/member.js';
import type { Member } from '../domain/membership.js';
import type { IntentRepository } from '../ports/intent-repository.js';
import type { LoyaltyRepository } from '../ports/loyalty-repository.js';
import { refusalOf } from './hold-points.js';
import type { SendIntent } from './send-intent.js';

/** Takes a customer into the programme of the sibling's ledger, and keeps the copy. */
export class EnrolRemotely {
  /** @param leaseMs for how long the worker leaves the call to the request. */
  constructor(
    private readonly transactor: Transactor,
    private readonly intents: IntentRepository,
    private readonly loyalty: LoyaltyRepository,
    private readonly send: SendIntent,
    private readonly leaseMs: number,
  ) {}

  /**
   * @throws Refusal `loyalty_member_exists`, `loyalty_kept_elsewhere` when groups are asked for, `loyalty_movement_refused`,
   * `loyalty_service_away`: the customer is enrolled as soon as the ledger answers.
   */
  async execute(context: RequestContext, enrolment: Enrolment): Promise<Member> {
    if (enrolment.groups.length + enrolment.entitlements.length > 0)
      throw new Refusal<LoyaltyRefusal>('loyalty_kept_elsewhere');
    const { idempotency, ...keyless } = context;
    const { customerId } = enrolment;
    const source = `enrol:${idempotency?.key ?? enrolment.id}`;
    const meant = await this.transactor.run(keyless, (tx) => this.mean(tx, enrolment, source, context.at));
    if (meant?.customerId !== customerId) throw new Refusal('idempotency_key_reused');
    const sent = meant.status === 'pending' ? (await this.send.execute(keyless, meant.id))?.intent : meant;
    if (sent?.status === 'pending') throw new Refusal<LoyaltyRefusal>('loyalty_service_away');
    return this.transactor.run(context, async (tx) => {
      if (sent?.status === 'refused') throw refusalOf(sent);
      const member = await this.loyalty.find(tx, customerId);
      if (member === undefined) throw new Error('a customer was enrolled, and no copy was kept');
      return member;
    });
  }

  private async mean(tx: Tx, { id, customerId }: Enrolment, source: string, at: Date): Promise<Intent | undefined> {
    const begun = await this.intents.ofSource(tx, source);
    if (begun !== undefined) return begun;
    if ((await this.loyalty.find(tx, customerId)) !== undefined)
      throw new Refusal<LoyaltyRefusal>('loyalty_member_exists', { customerId });
    const firstLook = new Date(at.getTime() + this.leaseMs);
    const intent = intend({ id: id as string as IntentId, kind: 'enrol', customerId, source }, at, firstLook);
    return (await this.intents.add(tx, intent)) ? intent : this.intents.ofSource(tx, source);
  }
}

/** Groups, entitlements and points are the ledger's to change. */
export class KeptElsewhere {
  /** @throws Refusal `loyalty_kept_elsewhere`. */
  execute(): Promise<never> {
    return Promise.reject(new Refusal<LoyaltyRefusal>('loyalty_kept_elsewhere'));
  }
}
