import { LoyaltyLedgerClient } from '../../../../clients/loyalty-ledger/loyalty-ledger-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';

interface ConnectionSettings {
  readonly loyaltyUrl: string | undefined;
  readonly loyaltyToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the loyalty service, where there is one, and how it goes. */
export class LedgerConnection extends SiblingConnection {
  /** Absent: points are kept here. */
  readonly client: LoyaltyLedgerClient | undefined;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { loyaltyUrl: baseUrl, loyaltyToken: token, siblingTimeoutMs: timeoutMs } = settings;
    super({ name: 'loyalty', baseUrl, token, timeoutMs }, observer);
    this.client = this.http && new LoyaltyLedgerClient(this.http);
  }
}
