import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { settleInvoice } from '../domain/invoice.js';
import { PLATFORM } from '../domain/platform.js';
import type { InvoiceRepository } from '../ports/invoice-repository.js';
import type { Invoices } from '../ports/invoices.js';
import { systemContext } from './system-context.js';

/**
 * Sends what is to be sent to the treasury: takes an invoice in hand in one transaction, calls outside of any, takes the outcome
 * down in another (GUARANTEES G2). Sent twice it is one invoice, and whatever died in between is found again after its lease.
 */
export class SendInvoices {
  /** @param invoices absent: nobody takes them, and they stay listed. @param leaseMs longer than a call takes. */
  constructor(
    private readonly transactor: Transactor,
    private readonly repository: InvoiceRepository,
    private readonly invoices: Invoices | undefined,
    private readonly outbox: Outbox,
    private readonly leaseMs: number,
  ) {}

  /** Sends one. @returns whether there was one, and whether it was answered. */
  async execute(at: Date): Promise<{ readonly found: boolean; readonly answered: boolean }> {
    const { invoices } = this;
    if (invoices === undefined) return { found: false, answered: true };
    const context = systemContext(PLATFORM.id, PLATFORM.slug, at);
    const leaseUntil = new Date(at.getTime() + this.leaseMs);
    const taken = await this.transactor.run(context, (tx) => this.repository.claim(tx, at, leaseUntil));
    if (taken === undefined) return { found: false, answered: true };
    const outcome = await invoices.send(taken);
    await this.transactor.run(context, async (tx) => {
      const invoice = await this.repository.lock(tx, taken.id);
      if (invoice === undefined) return;
      const { state, events } = settleInvoice(invoice, outcome, at);
      if (state !== invoice) await this.repository.save(tx, state);
      this.outbox.append(tx, events);
    });
    return { found: true, answered: outcome.kind !== 'unknown' };
  }
}
