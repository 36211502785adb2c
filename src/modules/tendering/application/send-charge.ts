import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { chargeKey, isOverdue, type Charge, type PaymentId } from '../domain/charge.js';
import { NOT_REACHED, send, type Heard } from '../domain/charge-lifecycle.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { PaymentClock } from '../ports/payment-clock.js';
import type { PaymentObserver } from '../ports/payment-observer.js';
import type { ChargeAnswer, PaymentProvider, ProviderCharge } from '../ports/payment-provider.js';
import type { Providers } from './providers.js';
import type { SettleCharge, UnknownMsOf } from './settle-charge.js';
import { withinTime } from './within-time.js';

export interface SendingTimes {
  /** How long a request waits for a provider. */
  readonly answerMs: number;
  /** Beyond it: time to take an outcome down before the worker looks. */
  readonly spareMs: number;
}

type Ask = 'charge' | 'statusOf' | 'cancel';

const NO_ANSWER: ChargeAnswer = { kind: 'unknown', error: 'no_answer_in_time' };
const RETRY_MS = 300;

/**
 * Has providers collect: reads a charge in one transaction, calls outside of any, takes the answer down in another (GUARANTEES G2).
 * Done twice, even at once, it is one charge: the provider knows the key, and the charge settles once.
 */
export class SendCharge {
  constructor(
    private readonly transactor: Transactor,
    private readonly charges: ChargeRepository,
    private readonly providers: Providers,
    private readonly settle: SettleCharge,
    private readonly unknownMsOf: UnknownMsOf,
    private readonly observer: PaymentObserver,
    private readonly clock: PaymentClock,
    private readonly times: SendingTimes,
  ) {}

  /**
   * For a request that waits: until an outcome is known, or its time is up and the worker goes on. A provider that surely has not
   * got the charge is tried again while there is time; then the charge has failed.
   */
  async send(given: RequestContext, id: PaymentId): Promise<void> {
    const context = withoutKey(given);
    const endMs = this.clock.now().getTime() + this.times.answerMs;
    let charge = await this.take(context, id);
    while (charge !== undefined) {
      const leftMs = endMs - this.clock.now().getTime();
      const provider = this.reachable(charge);
      const answer = await this.ask(context, charge, provider, 'charge', leftMs);
      if (answer.kind !== 'absent') return this.hear(context, id, answer);
      const hopeless = provider === undefined || endMs - this.clock.now().getTime() <= RETRY_MS;
      if (hopeless) return this.hear(context, id, { kind: 'failed', reason: NOT_REACHED, reference: null });
      await this.clock.timer(RETRY_MS).rings;
      charge = await this.stillSent(context, id);
    }
  }

  /** For the worker: whatever the charge needs next. */
  async resume(given: RequestContext, id: PaymentId): Promise<void> {
    const context = withoutKey(given);
    const found = await this.transactor.run(context, async (tx) => ({
      charge: await this.charges.find(tx, id),
      unknownMs: await this.unknownMsOf(tx),
    }));
    if (found.charge === undefined || found.charge.nextTryAt === null) return;
    if (found.charge.status === 'created') {
      const patience = { unknownMs: found.unknownMs, chance: 0 };
      // Nobody waits at the till any more: the customer must not be asked for money now.
      if (isOverdue(found.charge, this.clock.now(), patience))
        return this.hear(context, id, { kind: 'absent', error: NOT_REACHED });
      return this.call(context, await this.take(context, id), 'charge');
    }
    return this.call(context, found.charge, found.charge.status === 'cancelling' ? 'cancel' : 'statusOf');
  }

  /** Asks the provider now what became of a charge, for a person who waits. */
  async check(given: RequestContext, charge: Charge): Promise<void> {
    await this.call(withoutKey(given), charge, 'statusOf');
  }

  private async call(context: RequestContext, charge: Charge | undefined, ask: Ask): Promise<void> {
    if (charge === undefined) return;
    const answer = await this.ask(context, charge, this.reachable(charge), ask, this.times.answerMs);
    await this.hear(context, charge.paymentId, answer);
  }

  private async take(context: RequestContext, id: PaymentId): Promise<Charge | undefined> {
    return this.transactor.run(context, async (tx) => {
      const charge = await this.charges.lock(tx, id);
      const sent = charge && send(charge, this.clock.now(), this.times.answerMs + this.times.spareMs);
      if (sent !== undefined) await this.charges.save(tx, sent, { what: 'sent', detail: null });
      return sent;
    });
  }

  private async stillSent(context: RequestContext, id: PaymentId): Promise<Charge | undefined> {
    const charge = await this.transactor.run(context, (tx) => this.charges.find(tx, id));
    return charge?.status === 'sent' ? charge : undefined;
  }

  private reachable({ provider: name }: Charge): PaymentProvider | undefined {
    const provider = this.providers.get(name);
    return provider?.awayFor() === null ? provider : undefined;
  }

  private async ask(
    context: RequestContext,
    charge: Charge,
    provider: PaymentProvider | undefined,
    ask: Ask,
    ms: number,
  ): Promise<ChargeAnswer> {
    // Not called at all: a charge is surely not there, of one that may be there nothing is known.
    if (provider === undefined) return { kind: ask === 'charge' ? 'absent' : 'unknown', error: NOT_REACHED };
    const call = this.answerOf(provider[ask](wishOf(charge, context)));
    const answer = await withinTime(this.clock, call, ms);
    if (answer === undefined) this.hearLater(context, charge.paymentId, call);
    return answer ?? NO_ANSWER;
  }

  private answerOf(call: Promise<ChargeAnswer>): Promise<ChargeAnswer> {
    return call.catch((error: unknown): ChargeAnswer => {
      this.observer.failed('a provider broke its promise to answer always', error);
      return { kind: 'unknown', error: 'provider_error' };
    });
  }

  private hearLater(context: RequestContext, id: PaymentId, call: Promise<ChargeAnswer>): void {
    const heard = call.then((answer) => (answer.kind === 'unknown' ? undefined : this.hear(context, id, answer)));
    heard.catch((error: unknown) => {
      this.observer.failed('a late answer of a provider could not be taken down; the provider is asked again', error);
    });
  }

  private async hear(context: RequestContext, id: PaymentId, heard: Heard): Promise<void> {
    const now = { ...context, at: this.clock.now() };
    await this.transactor.run(now, (tx) => this.settle.hear(tx, now, id, heard));
  }
}

/** The transactions here are not the request's own: its key must not be used up by them. */
function withoutKey({ idempotency: _ownTransaction, ...context }: RequestContext): RequestContext {
  return context;
}

function wishOf(charge: Charge, { tenantId, tenantSlug }: RequestContext): ProviderCharge {
  const { outletId, orderId, orderNumber, tender, amount, payer, providerReference: reference, createdAt } = charge;
  const whose = { key: chargeKey(charge.paymentId), tenantId, tenantSlug, outletId, orderId, orderNumber };
  return { ...whose, tender, amount, payer, reference, createdAt };
}
