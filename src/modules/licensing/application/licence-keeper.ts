import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { FEATURES } from '../domain/feature.js';
import { UNLIMITED_TERMS } from '../domain/plan.js';
import { standingAt, type Subscription } from '../domain/subscription.js';
import { implicit, passTime, type LicenceDecision } from '../domain/subscription-lifecycle.js';
import type { SubscriptionRepository } from '../ports/subscription-repository.js';
import type { DefaultTerms } from './default-terms.js';

/** What became of a licence. */
export interface KeptLicence {
  readonly licence: Subscription;
  /** Whether the doors know something that is not so any more. */
  readonly standingChanged: boolean;
}

/** Keeps the licence of a business and what the door reads of it in step. Joins its caller's transaction. */
export class LicenceKeeper {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly defaults: DefaultTerms,
    private readonly outbox: Outbox,
  ) {}

  /** The licence; of a business that was never given a plan: the default one, or without limits, with version 0. */
  async current(tx: Tx, at: Date): Promise<Subscription> {
    return (await this.subscriptions.find(tx)) ?? this.absent(tx, at);
  }

  /** Waits for whoever changes the licence, or makes one more of what it counts. @returns the licence as it is then. */
  async locked(tx: Tx, at: Date): Promise<Subscription> {
    return (await this.lockedNow(tx, at)).licence;
  }

  /** Decides about the locked licence and keeps what was decided. @throws Refusal as `decide` does. */
  async change(tx: Tx, at: Date, decide: (licence: Subscription) => LicenceDecision): Promise<KeptLicence> {
    const { licence, isNew } = await this.lockedNow(tx, at);
    const { state, events } = decide(licence);
    // A licence by default is kept nowhere until something was done to it; what the door reads is.
    if (state !== licence) await this.subscriptions.save(tx, state, at);
    this.outbox.append(tx, events);
    const standingChanged = await this.subscriptions.saveStanding(tx, standingAt(state, at, FEATURES), at);
    return { licence: state, standingChanged: isNew || standingChanged };
  }

  /** Moves the licence on with time. Where nothing limits a business, nothing is kept of it. */
  async passTime(tx: Tx, at: Date): Promise<KeptLicence> {
    const licence = await this.current(tx, at);
    if (licence.version > 0 || licence.terms.code !== UNLIMITED_TERMS.code)
      return this.change(tx, at, (known) => passTime(known, at));
    // There was a default plan once: the door still knows it.
    const standingChanged = await this.subscriptions.saveStanding(tx, standingAt(licence, at, FEATURES), at);
    return { licence, standingChanged };
  }

  private async lockedNow(tx: Tx, at: Date): Promise<{ readonly licence: Subscription; readonly isNew: boolean }> {
    const absent = await this.absent(tx, at);
    const isNew = await this.subscriptions.lock(tx, standingAt(absent, at, FEATURES), at);
    return { licence: (await this.subscriptions.find(tx)) ?? absent, isNew };
  }

  private async absent(tx: Tx, at: Date): Promise<Subscription> {
    return implicit(this.subscriptions.businessOf(tx), await this.defaults.terms(at), at);
  }
}
