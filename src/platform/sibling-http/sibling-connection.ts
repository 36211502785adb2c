import { SIBLING_DEFAULTS, SiblingClient, type SiblingObserver } from './sibling-client.js';

/** Where a sibling is, and how long one call may take. */
export interface SiblingPlace {
  readonly name: string;
  /** Absent: there is none. */
  readonly baseUrl: string | undefined;
  readonly token: string | undefined;
  readonly timeoutMs: number;
  /** Of a call that may be repeated; one where it is queued. */
  readonly triesMax?: number;
  /** Bytes of an answer that are read. */
  readonly answerMax?: number;
}

/** The way to a sibling whose calls are queued here, where there is one, and how it goes. One try a call where the queue tries again. */
export class SiblingConnection implements SiblingObserver {
  protected readonly http: SiblingClient | undefined;
  private reached = true;

  constructor(
    { baseUrl, ...place }: SiblingPlace,
    private readonly observer: SiblingObserver,
  ) {
    if (baseUrl === undefined) return;
    this.http = new SiblingClient({ ...SIBLING_DEFAULTS, triesMax: 1, ...place, baseUrl }, this);
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
