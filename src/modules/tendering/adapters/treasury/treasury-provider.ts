import { AnswerNotUnderstood } from '../../../../clients/treasury/treasury-answers.js';
import type { TreasuryClient } from '../../../../clients/treasury/treasury-client.js';
import type {
  TreasuryAnswer,
  TreasuryPayment,
  TreasuryTransfer,
} from '../../../../clients/treasury/treasury-messages.js';
import type { SiblingClient } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type {
  ChargeAnswer,
  PaymentProvider,
  ProviderCharge,
  ProviderPayout,
  ProviderRefund,
  TransferAnswer,
} from '../../ports/payment-provider.js';

type NoAnswer = Extract<ChargeAnswer, { kind: 'failed' | 'unknown' | 'absent' }>;

const BUSY = 'status_429';
const NOT_BELIEVED = 401;
/** Codes that are no decision about the wish itself: somebody else has the key in hand, or what was asked with it differs. */
const UNDECIDED = /^idempotency_key_/;

/** Payments through the treasury service. Its payment's reference is our key, so that it can be found whatever was heard. */
export class TreasuryProvider implements PaymentProvider {
  readonly name = 'treasury';

  constructor(
    private readonly client: TreasuryClient,
    private readonly http: Pick<SiblingClient, 'awayForSeconds'>,
  ) {}

  awayFor(): number | null {
    return this.http.awayForSeconds();
  }

  charge({ tenantSlug, key, amount, tender, payer, orderNumber, ...of }: ProviderCharge): Promise<ChargeAnswer> {
    const { phone, token, terminal } = payer;
    const who = {
      ...(phone !== undefined && { phone }),
      ...(token !== undefined && { token }),
      ...(terminal !== undefined && { terminal }),
    };
    const wish = { reference: key, amount, method: tender, payer: who, description: orderNumber };
    const metadata = { orderId: of.orderId, outletId: of.outletId };
    return asked(this.client.charge(tenantSlug, { ...wish, metadata }), chargeAnswer);
  }

  statusOf({ tenantSlug, key }: ProviderCharge): Promise<ChargeAnswer> {
    return lookedUp(this.client.paymentBy(tenantSlug, key), chargeAnswer, 'payment_not_found');
  }

  async cancel(charge: ProviderCharge): Promise<ChargeAnswer> {
    const { tenantSlug, key } = charge;
    const known = charge.reference ?? (await this.idOf(tenantSlug, key));
    if (typeof known !== 'string') return known;
    // Not found by an id that it gave us itself: nothing that could be relied on.
    return lookedUp(this.client.cancel(tenantSlug, known), chargeAnswer, null);
  }

  refund({ tenantSlug, key, chargeKey, amount, reason }: ProviderRefund): Promise<TransferAnswer> {
    const wish = { reference: key, paymentReference: chargeKey, amount, reason };
    return asked(this.client.refund(tenantSlug, wish), transferAnswer);
  }

  statusOfRefund({ tenantSlug, key }: ProviderRefund): Promise<TransferAnswer> {
    return lookedUp(this.client.refundBy(tenantSlug, key), transferAnswer, 'refund_not_found');
  }

  payOut({ tenantSlug, key, amount, payee, reason, outletId }: ProviderPayout): Promise<TransferAnswer> {
    const wish = { reference: key, amount, payee, reason, metadata: { outletId } };
    return asked(this.client.payOut(tenantSlug, wish), transferAnswer);
  }

  statusOfPayout({ tenantSlug, key }: ProviderPayout): Promise<TransferAnswer> {
    return lookedUp(this.client.payoutBy(tenantSlug, key), transferAnswer, 'payout_not_found');
  }

  /** The treasury's id of a payment, or why it is not known. */
  private async idOf(tenantSlug: string, key: string): Promise<string | ChargeAnswer> {
    let id: string | undefined;
    const found = await lookedUp<TreasuryPayment, ChargeAnswer>(
      this.client.paymentBy(tenantSlug, key),
      (payment) => {
        id = payment.id;
        return chargeAnswer(payment);
      },
      'payment_not_found',
    );
    return found.kind === 'pending' && id !== undefined ? id : found;
  }
}

function chargeAnswer({ id: reference, status, captured, reason }: TreasuryPayment): ChargeAnswer {
  switch (status) {
    case 'initiated':
    case 'pending':
      return { kind: 'pending', reference };
    case 'failed':
      return { kind: 'failed', reason: reason ?? 'declined', reference };
    case 'cancelled':
      return { kind: 'failed', reason: reason ?? 'cancelled', reference };
    // What became of the money afterwards is told by refunds and chargebacks: it did come in.
    case 'captured':
    case 'refunded':
    case 'charged_back':
      return { kind: 'captured', amount: captured, reference };
  }
}

function transferAnswer({ id: reference, status, reason }: TreasuryTransfer): TransferAnswer {
  if (status === 'processed') return { kind: 'done', reference };
  if (status === 'failed') return { kind: 'failed', reason: reason ?? 'refused', reference };
  return { kind: 'pending', reference };
}

/** What came of a wish. Only a no, and a call that surely was not heard, say that nothing was done. */
async function asked<Done, Answer>(
  call: Promise<TreasuryAnswer<Done>>,
  read: (done: Done) => Answer,
): Promise<Answer | NoAnswer> {
  try {
    const answer = await call;
    if (answer.said === 'yes') return read(answer.done);
    if (UNDECIDED.test(answer.code)) return { kind: 'unknown', error: answer.code };
    return { kind: 'failed', reason: answer.code, reference: null };
  } catch (error) {
    return { kind: wasNotHeard(error) ? 'absent' : 'unknown', error: reasonOf(error) };
  }
}

/** How something stands. A question that found nobody says nothing about it. @param missing the code for what is not there. */
async function lookedUp<Done, Answer>(
  call: Promise<TreasuryAnswer<Done>>,
  read: (done: Done) => Answer,
  missing: string | null,
): Promise<Answer | NoAnswer> {
  try {
    const answer = await call;
    if (answer.said === 'yes') return read(answer.done);
    return { kind: answer.code === missing ? 'absent' : 'unknown', error: answer.code };
  } catch (error) {
    return { kind: 'unknown', error: reasonOf(error) };
  }
}

function wasNotHeard(error: unknown): boolean {
  if (error instanceof SiblingFailed) return error.neverLeft || error.reason === BUSY;
  return error instanceof AnswerNotUnderstood && error.status === NOT_BELIEVED;
}

/** Why there is no answer. @throws the error itself where it has nothing to do with the treasury. */
function reasonOf(error: unknown): string {
  if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood) return error.message;
  throw error;
}
