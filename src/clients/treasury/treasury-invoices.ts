import type { Money } from '../../kernel/money.js';
import type { SiblingClient } from '../../platform/sibling-http/sibling-client.js';
import { AnswerNotUnderstood, refusalIn } from './treasury-answers.js';
import type { TreasuryAnswer } from './treasury-messages.js';

/** An invoice to be written. */
export interface InvoiceRequest {
  /** Our key of it: the treasury writes one invoice for a reference, for ever. */
  readonly reference: string;
  /** The first day of the month that it is for. */
  readonly period: string;
  readonly total: Money;
  readonly lines: readonly {
    readonly description: string;
    readonly quantity: number;
    readonly unitPrice: Money;
    readonly total: Money;
  }[];
}

/** An invoice as the treasury has it. */
export interface TreasuryInvoice {
  readonly id: string;
  readonly reference: string;
}

const REFUSING = new Set([400, 402, 403, 404, 409, 422]);
const NAME_MAX = 200;

/** Invoices at the treasury (README.md is its contract). */
export class TreasuryInvoices {
  constructor(private readonly http: Pick<SiblingClient, 'call'>) {}

  /**
   * Writes an invoice to a business, once for a reference.
   * @throws SiblingFailed, AnswerNotUnderstood: it may be there or not; the same call again tells.
   */
  async write(tenantSlug: string, body: InvoiceRequest): Promise<TreasuryAnswer<TreasuryInvoice>> {
    const path = `/v1/${encodeURIComponent(tenantSlug)}/invoices`;
    const answer = await this.http.call({ method: 'POST', path, body, idempotencyKey: body.reference });
    const { status } = answer;
    if (status === 200 || status === 201 || status === 202)
      return { said: 'yes', done: invoiceIn(answer.body, body.reference) };
    if (REFUSING.has(status)) {
      const code = refusalIn(answer.body, status);
      if (OPEN.has(code)) throw new AnswerNotUnderstood(`answered ${code}`, status);
      return { said: 'no', status, code };
    }
    throw new AnswerNotUnderstood(`answered ${status}`, status);
  }
}

/** Two codes are not a no: another call with the key is running, or was not ours. */
const OPEN = new Set(['idempotency_key_in_use', 'idempotency_key_reused']);

function invoiceIn(body: unknown, wanted: string): TreasuryInvoice {
  const { id, reference } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || id.length > NAME_MAX || reference !== wanted)
    throw new AnswerNotUnderstood('answered no invoice of that reference');
  return { id, reference: wanted };
}
