import { TreasuryClient } from '../../../../clients/treasury/treasury-client.js';
import type { SiblingObserver } from '../../../../platform/sibling-http/sibling-client.js';
import { SiblingConnection } from '../../../../platform/sibling-http/sibling-connection.js';
import type { PaymentProvider } from '../../ports/payment-provider.js';
import { NoTreasury } from './no-treasury.js';
import { TreasuryProvider } from './treasury-provider.js';

interface ConnectionSettings {
  readonly treasuryUrl: string | undefined;
  readonly treasuryToken: string | undefined;
  readonly siblingTimeoutMs: number;
  readonly paymentAnswerMs: number;
}

/** The way to the treasury, where there is one, and how it goes. */
export class TreasuryConnection extends SiblingConnection {
  readonly provider: PaymentProvider;

  constructor(settings: ConnectionSettings, observer: SiblingObserver) {
    const { treasuryUrl: baseUrl, treasuryToken: token, siblingTimeoutMs, paymentAnswerMs } = settings;
    // No call takes longer than a request waits for.
    const timeoutMs = Math.min(siblingTimeoutMs, paymentAnswerMs);
    super({ name: 'treasury', baseUrl, token, timeoutMs }, observer);
    this.provider =
      this.http === undefined ? new NoTreasury() : new TreasuryProvider(new TreasuryClient(this.http), this.http);
  }
}
