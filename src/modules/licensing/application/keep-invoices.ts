import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { payInvoice, retryInvoice, type Invoice, type InvoiceId } from '../domain/invoice.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { PLATFORM } from '../domain/platform.js';
import type { InvoiceQuery, InvoiceRepository } from '../ports/invoice-repository.js';

/** Lists invoices, and what somebody of the vendor does about them. */
export class KeepInvoices {
  constructor(
    private readonly transactor: Transactor,
    private readonly invoices: InvoiceRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @param query with the id of a business where a business asks: it sees its own. */
  list(query: InvoiceQuery): Promise<readonly Invoice[]> {
    return this.transactor.read({ tenantId: PLATFORM.id }, (tx) => this.invoices.list(tx, query));
  }

  /** @throws Refusal `licence_invoice_not_found`, `licence_invoice_state_conflict`. */
  retry(context: RequestContext, id: InvoiceId): Promise<Invoice> {
    return this.decide(context, id, (invoice) => retryInvoice(invoice, context.at));
  }

  /** @throws Refusal `licence_invoice_not_found`, `licence_invoice_state_conflict`. */
  pay(context: RequestContext, id: InvoiceId, reference: string | null): Promise<Invoice> {
    return this.decide(context, id, (invoice) => payInvoice(invoice, reference, context.at));
  }

  private decide(
    context: RequestContext,
    id: InvoiceId,
    decide: (invoice: Invoice) => ReturnType<typeof retryInvoice>,
  ): Promise<Invoice> {
    return this.transactor.run(context, async (tx) => {
      const invoice = await this.invoices.lock(tx, id);
      if (invoice === undefined) throw new Refusal<LicensingRefusal>('licence_invoice_not_found', { invoiceId: id });
      const { state, events } = decide(invoice);
      await this.invoices.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
