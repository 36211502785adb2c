import type { Invoice, InvoiceOutcome } from '../domain/invoice.js';

/** Takes invoices: the treasury. Absent, they stay listed. */
export interface Invoices {
  /** Sent again, it is one invoice: the id is the key. */
  send(invoice: Invoice): Promise<InvoiceOutcome>;
}
