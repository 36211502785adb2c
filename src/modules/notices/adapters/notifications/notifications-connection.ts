import { NotificationsClient } from '../../../../clients/notifications/notifications-client.js';
import {
  SIBLING_DEFAULTS,
  SiblingClient,
  type SiblingObserver,
} from '../../../../platform/sibling-http/sibling-client.js';

interface ConnectionSettings {
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly siblingTimeoutMs: number;
}

/** The way to the notifications service, where there is one, and how it goes. */
export class NotificationsConnection implements SiblingObserver {
  /** Absent: notices are listed only. */
  readonly client: NotificationsClient | undefined;
  private readonly http: SiblingClient | undefined;
  private reached = true;

  constructor(
    settings: ConnectionSettings,
    private readonly observer: SiblingObserver,
  ) {
    const { notificationsUrl: baseUrl, notificationsToken: token, siblingTimeoutMs: timeoutMs } = settings;
    if (baseUrl === undefined) return;
    // One try a call: the queue of notices tries again.
    const own = { name: 'notifications', baseUrl, token, timeoutMs, triesMax: 1 };
    this.http = new SiblingClient({ ...SIBLING_DEFAULTS, ...own }, this);
    this.client = new NotificationsClient(this.http);
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
