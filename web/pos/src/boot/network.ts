import { signal, type ReadonlySignal } from '@preact/signals';

/** Each try and the wait for its answer: the sum is how late an outage is noticed (UX.md §3: within 3 s). */
const EVERY_MS = 1_500;
const PATIENCE_MS = 1_400;
/** Nobody looks at the till: then an outage need not be noticed so fast. */
const IDLE_EVERY_MS = 15_000;

export interface NetworkParts {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Whether somebody is at the till now. */
  readonly isWatched: () => boolean;
}

/**
 * Whether the service can be reached. Three witnesses: what the browser says, whether requests get through, and a small request of
 * its own every second or two.
 */
export class Network {
  private readonly reachable = signal(navigator.onLine);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: NetworkParts) {}

  get online(): ReadonlySignal<boolean> {
    return this.reachable;
  }

  /** For clients: what gets through or fails is noticed. */
  readonly fetch: typeof fetch = async (input, init) => {
    try {
      const response = await this.parts.fetch(input, init);
      this.reachable.value = true;
      return response;
    } catch (error) {
      // Broken off by whoever asked: that tells nothing.
      if (init?.signal?.aborted !== true) void this.look();
      throw error;
    }
  };

  start(): void {
    addEventListener('offline', () => (this.reachable.value = false));
    addEventListener('online', () => void this.look());
    document.addEventListener('visibilitychange', () => void this.look());
    void this.round();
  }

  /** Looks now. */
  async look(): Promise<boolean> {
    this.reachable.value = navigator.onLine && (await this.answers());
    return this.reachable.value;
  }

  private async round(): Promise<void> {
    clearTimeout(this.timer);
    await this.look();
    const watched = document.visibilityState === 'visible' && this.parts.isWatched();
    this.timer = setTimeout(() => void this.round(), watched ? EVERY_MS : IDLE_EVERY_MS);
  }

  private async answers(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await this.parts.fetch(`${this.parts.baseUrl}/healthz`, { cache: 'no-store', signal });
      return response.ok;
    } catch {
      return false; // that is the answer
    }
  }
}
