import type { SiblingAnswer, SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { AnswerNotUnderstood, oneIn, ownIn, paymentIn, refusalIn, transferIn } from './treasury-answers.js';
import type {
  PaymentRequest,
  PayoutRequest,
  RefundRequest,
  TreasuryAnswer,
  TreasuryPayment,
  TreasuryTransfer,
} from './treasury-messages.js';

type PaymentAnswer = TreasuryAnswer<TreasuryPayment>;
type TransferAnswer = TreasuryAnswer<TreasuryTransfer>;

/**
 * The treasury service, which processes payments (README.md is its contract). Every method throws SiblingFailed or
 * AnswerNotUnderstood when it may have happened or not; the same call again tells.
 */
export class TreasuryClient {
  constructor(private readonly http: Pick<SiblingClient, 'call'>) {}

  /** Collects a payment, once for a reference. @throws SiblingFailed, AnswerNotUnderstood. */
  async charge(tenantSlug: string, body: PaymentRequest): Promise<PaymentAnswer> {
    return ownOf(await this.post(`${base(tenantSlug)}/payments`, body), body.reference, paymentIn);
  }

  /** A payment by the treasury's id. @throws SiblingFailed, AnswerNotUnderstood. */
  async payment(tenantSlug: string, id: string): Promise<PaymentAnswer> {
    const path = `${base(tenantSlug)}/payments/${encodeURIComponent(id)}`;
    return answerOf(await this.http.call({ method: 'GET', path }), paymentIn);
  }

  /** A payment by our reference; no `payment_not_found` when there is none. @throws SiblingFailed, AnswerNotUnderstood. */
  async paymentBy(tenantSlug: string, reference: string): Promise<PaymentAnswer> {
    return this.found(`${base(tenantSlug)}/payments`, reference, paymentIn, 'payment_not_found');
  }

  /** Asks to stop a payment. What it says is how the payment stands then. @throws SiblingFailed, AnswerNotUnderstood. */
  async cancel(tenantSlug: string, id: string): Promise<PaymentAnswer> {
    const path = `${base(tenantSlug)}/payments/${encodeURIComponent(id)}/cancel`;
    // Without a key, whose stored answer would tell how it stood once: stopping twice is stopping.
    return answerOf(await this.http.call({ method: 'POST', path }), paymentIn);
  }

  /** Gives money back, once for a reference. @throws SiblingFailed, AnswerNotUnderstood. */
  async refund(tenantSlug: string, body: RefundRequest): Promise<TransferAnswer> {
    return ownOf(await this.post(`${base(tenantSlug)}/refunds`, body), body.reference, transferIn);
  }

  /** A refund by our reference; no `refund_not_found` when there is none. @throws SiblingFailed, AnswerNotUnderstood. */
  async refundBy(tenantSlug: string, reference: string): Promise<TransferAnswer> {
    return this.found(`${base(tenantSlug)}/refunds`, reference, transferIn, 'refund_not_found');
  }

  /** Pays out, once for a reference. @throws SiblingFailed, AnswerNotUnderstood. */
  async payOut(tenantSlug: string, body: PayoutRequest): Promise<TransferAnswer> {
    return ownOf(await this.post(`${base(tenantSlug)}/payouts`, body), body.reference, transferIn);
  }

  /** A payout by our reference; no `payout_not_found` when there is none. @throws SiblingFailed, AnswerNotUnderstood. */
  async payoutBy(tenantSlug: string, reference: string): Promise<TransferAnswer> {
    return this.found(`${base(tenantSlug)}/payouts`, reference, transferIn, 'payout_not_found');
  }

  private post(path: string, body: { readonly reference: string }): Promise<SiblingAnswer> {
    return this.http.call({ method: 'POST', path, body, idempotencyKey: body.reference });
  }

  private async found<Done extends { readonly reference: string }>(
    list: string,
    reference: string,
    read: (body: unknown) => Done,
    missing: string,
  ): Promise<TreasuryAnswer<Done>> {
    const path = `${list}?reference=${encodeURIComponent(reference)}`;
    const answer = answerOf(await this.http.call({ method: 'GET', path }), (body) => oneIn(body, reference, read));
    if (answer.said === 'no') return answer;
    if (answer.done === undefined) return { said: 'no', status: 404, code: missing };
    return { said: 'yes', done: answer.done };
  }
}

function base(tenantSlug: string): string {
  return `/v1/${encodeURIComponent(tenantSlug)}`;
}

function ownOf<Done extends { readonly reference: string }>(
  answer: SiblingAnswer,
  reference: string,
  read: (body: unknown) => Done,
): TreasuryAnswer<Done> {
  return answerOf(answer, (body) => ownIn(read(body), reference));
}

const REFUSING = new Set([400, 402, 403, 404, 409, 422]);

function answerOf<Done>({ status, body }: SiblingAnswer, read: (body: unknown) => Done): TreasuryAnswer<Done> {
  if (status === 200 || status === 201 || status === 202) return { said: 'yes', done: read(body) };
  // Without the treasury's own word it may be anybody's 404, such as that of a wrong address.
  if (REFUSING.has(status)) return { said: 'no', status, code: refusalIn(body, status) };
  throw new AnswerNotUnderstood(`answered ${status}`, status);
}
