import { TreasuryInvoices } from '../../../../clients/treasury/treasury-invoices.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';

interface ConnectionSettings {
  readonly treasuryUrl: string | undefined;
  readonly treasuryToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the treasury for invoices, where there is one: apart from that of payments, which must not wait for it. */
export class InvoicesConnection extends SiblingConnection {
  /** Absent: invoices stay listed. */
  readonly client: TreasuryInvoices | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { treasuryUrl: baseUrl, treasuryToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'treasury_invoices', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new TreasuryInvoices(this.http);
  }
}
