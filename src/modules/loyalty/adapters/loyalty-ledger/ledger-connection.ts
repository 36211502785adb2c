import { LoyaltyLedgerClient } from '../../../../clients/loyalty-ledger/loyalty-ledger-client.js';
import {
  SIBLING_DEFAULTS,
  SiblingClient,
  type SiblingObserver,
} from '../../../../platform/sibling-http/sibling-client.js';

interface ConnectionSettings {
  readonly loyaltyUrl: string | undefined;
  readonly loyaltyToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the loyalty service, where there is one, and how it goes. */
export class LedgerConnection implements SiblingObserver {
  /** Absent: points are kept here. */
  readonly client: LoyaltyLedgerClient | undefined;
  private readonly http: SiblingClient | undefined;
  private reached = true;

  constructor(
    settings: ConnectionSettings,
    private readonly observer: SiblingObserver,
  ) {
    const { loyaltyUrl: baseUrl, loyaltyToken: token, siblingTimeoutMs: timeoutMs } = settings;
    if (baseUrl === undefined) return;
    // One try a call: the queue of intents tries again, and a guest at the till waits for one only.
    const own = { name: 'loyalty', baseUrl, token, timeoutMs, triesMax: 1 };
    this.http = new SiblingClient({ ...SIBLING_DEFAULTS, ...own }, this);
    this.client = new LoyaltyLedgerClient(this.http);
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
    if (this.client === undefined) return 'not configured';
    return this.reached ? 'up' : 'down';
  }

  /** Ends what runs on. */
  close(): Promise<void> {
    this.http?.close();
    return Promise.resolve();
  }
}
