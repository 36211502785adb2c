import { AnswerNotUnderstood } from '../../../../clients/treasury/treasury-answers.js';
import type { TreasuryInvoices } from '../../../../clients/treasury/treasury-invoices.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { Invoice, InvoiceOutcome } from '../../domain/invoice.js';
import type { Invoices } from '../../ports/invoices.js';

/** The treasury writes the invoices. */
export class RemoteInvoices implements Invoices {
  constructor(private readonly client: TreasuryInvoices) {}

  async send({ id, businessSlug, period, plan, lines, total }: Invoice): Promise<InvoiceOutcome> {
    const described = lines.map(({ kind, ...line }) => ({ description: `${plan}: ${kind}`, ...line }));
    try {
      const answer = await this.client.write(businessSlug, { reference: id, period, total, lines: described });
      if (answer.said === 'no') return { kind: 'refused', code: answer.code };
      return { kind: 'taken', reference: answer.done.id };
    } catch (error) {
      if (error instanceof SiblingFailed || error instanceof AnswerNotUnderstood)
        return { kind: 'unknown', error: error.message };
      throw error;
    }
  }
}
