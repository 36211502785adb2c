import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { isInDoubt, type Charge, type PaymentId } from '../domain/charge.js';
import { resolve } from '../domain/charge-lifecycle.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { SecondPerson } from '../ports/second-person.js';
import type { SendCharge } from './send-charge.js';
import type { SettleCharge } from './settle-charge.js';

/** What a person found out about a payment that nobody knew of. */
export interface PaymentFinding {
  readonly as: 'captured' | 'failed';
  /** How much came in; `null`: what was asked. */
  readonly amount: Money | null;
  readonly reference: string | null;
  readonly reason: string;
  readonly approvalId: string | undefined;
}

/** Ends a payment in doubt: by asking the provider once more, or by what a person found out. */
export class ResolveCharge {
  constructor(
    private readonly transactor: Transactor,
    private readonly charges: ChargeRepository,
    private readonly settle: SettleCharge,
    private readonly send: SendCharge,
    private readonly approvals: SecondPerson,
  ) {}

  /** Asks the provider now. @throws Refusal `charge_not_found`. */
  async check(context: RequestContext, id: PaymentId): Promise<Charge> {
    const { idempotency: _stored, ...keyless } = context;
    const before = await this.transactor.read(context, (tx) => this.found(tx, context, id));
    if (isInDoubt(before) && before.status !== 'created') await this.send.check(keyless, before);
    return this.transactor.run(context, (tx) => this.found(tx, context, id));
  }

  /** @throws Refusal `charge_not_found`, `payment_not_in_doubt`, `charge_amount_invalid`, and those of approvals. */
  execute(context: RequestContext, id: PaymentId, finding: PaymentFinding): Promise<Charge> {
    return this.transactor.run(context, async (tx) => {
      const charge = await this.found(tx, context, id);
      const amount = amountOf(charge, finding);
      resolve(charge, { ...finding, amount }, context.at); // refused before anybody's approval is used up
      const { approvedBy } = await this.approvals.authorise(tx, context, {
        action: 'payment.resolve',
        permission: 'payments:resolve',
        targetId: id,
        outletId: charge.outletId,
        amount: amount ?? charge.amount,
        reason: finding.reason,
        approvalId: finding.approvalId,
      });
      const found = { reason: finding.reason, approvedBy };
      const told = { what: `resolved_as_${finding.as}`, detail: finding.reason, payerHint: null, finding: found };
      const decide = (now: Charge) => resolve(now, { ...finding, amount }, context.at);
      return (await this.settle.decide(tx, context, id, decide, told)) ?? charge;
    });
  }

  private async found(tx: Tx, { principal }: RequestContext, paymentId: PaymentId): Promise<Charge> {
    const charge = await this.charges.find(tx, paymentId);
    if (charge === undefined || !mayActFor(principal, charge.outletId))
      throw new Refusal<TenderingRefusal>('charge_not_found', { paymentId });
    return charge;
  }
}

function amountOf(charge: Charge, { as, amount }: PaymentFinding): Money | null {
  if (as === 'failed' || amount === null) return null;
  if (amount.amount > 0 && amount.currency === charge.amount.currency) return amount;
  const message = `must be more than nothing, in ${charge.amount.currency}`;
  throw new Refusal<TenderingRefusal>('charge_amount_invalid', {}, [{ pointer: '/amount', message }]);
}
