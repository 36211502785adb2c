import { TreasuryClient } from '../../../../clients/treasury/treasury-client.js';
import {
  SIBLING_DEFAULTS,
  SiblingClient,
  type SiblingObserver,
} from '../../../../platform/sibling-http/sibling-client.js';
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
export class TreasuryConnection implements SiblingObserver {
  readonly provider: PaymentProvider;
  private readonly http: SiblingClient | undefined;
  private reached = true;

  constructor(
    settings: ConnectionSettings,
    private readonly observer: SiblingObserver,
  ) {
    const { treasuryUrl: baseUrl, treasuryToken: token, siblingTimeoutMs, paymentAnswerMs } = settings;
    if (baseUrl === undefined) {
      this.provider = new NoTreasury();
      return;
    }
    // One try a call, and no longer than a request waits: the queue of charges tries again, and a guest at the till waits for one.
    const own = {
      name: 'treasury',
      baseUrl,
      token,
      triesMax: 1,
      timeoutMs: Math.min(siblingTimeoutMs, paymentAnswerMs),
    };
    this.http = new SiblingClient({ ...SIBLING_DEFAULTS, ...own }, this);
    this.provider = new TreasuryProvider(new TreasuryClient(this.http), this.http);
  }

  tried(sibling: string, outcome: string, seconds: number): void {
    this.reached = /^\dxx$/.test(outcome);
    this.observer.tried(sibling, outcome, seconds);
  }

  breaker(sibling: string, open: boolean): void {
    this.observer.breaker(sibling, open);
  }

  /** How the last call went; nobody is called to find out. */
  state(): string {
    if (this.http === undefined) return 'not configured';
    return this.reached ? 'up' : 'down';
  }

  /** Ends what runs on. */
  close(): Promise<void> {
    this.http?.close();
    return Promise.resolve();
  }
}
