import { SIBLING_DEFAULTS, SiblingClient, type SiblingObserver } from '../../platform/sibling-http/sibling-client.js';
import { SiblingFailed } from '../../platform/sibling-http/sibling-failed.js';
import { itemsPageFrom, type ItemsPage } from './items-page.js';

export interface InventorySettings {
  readonly baseUrl: string;
  readonly token: string | undefined;
  /** Of one try. */
  readonly timeoutMs: number;
}

export interface ItemsQuestion {
  /** Absent: all items. */
  readonly since: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

const NAME = 'inventory';
const GONE = 410;

/** The inventory service, by the contract in this folder's README. */
export class InventoryClient {
  private readonly sibling: SiblingClient;
  private pausedUntilMs = 0;
  private last: 'up' | 'down' | undefined;

  /** @param resetMs how long calls are suspended after a row of failures. */
  constructor(settings: InventorySettings, observer: SiblingObserver, resetMs: number = SIBLING_DEFAULTS.resetMs) {
    this.sibling = new SiblingClient(
      { ...SIBLING_DEFAULTS, resetMs, ...settings, name: NAME },
      {
        tried: (sibling, outcome, seconds) => {
          this.last = /^[234]xx$/.test(outcome) ? 'up' : 'down';
          observer.tried(sibling, outcome, seconds);
        },
        breaker: (sibling, open) => {
          // When the time is over a call is let through, which closes the breaker or opens it anew.
          this.pausedUntilMs = open ? performance.now() + resetMs : 0;
          observer.breaker(sibling, open);
        },
      },
    );
  }

  /** True for a while after a row of failures: a call would not even be tried. */
  get suspended(): boolean {
    return performance.now() < this.pausedUntilMs;
  }

  /** `up` or `down` by the last try; `unknown` before the first. */
  get state(): 'up' | 'down' | 'unknown' {
    return this.last ?? 'unknown';
  }

  /**
   * A page of the items that have changed since a revision.
   * @returns `forgotten` when the service does not know the revision, or the cursor, any more.
   * @throws SiblingFailed; `reason` is `status_…` for what it says no to, `not_as_agreed` for what breaks the contract.
   */
  async items(tenantSlug: string, { since, cursor, limit }: ItemsQuestion): Promise<ItemsPage | 'forgotten'> {
    const query = new URLSearchParams({
      ...(since !== null && { since }),
      ...(cursor !== null && { cursor }),
      limit: String(limit),
    });
    const path = `/v1/${encodeURIComponent(tenantSlug)}/inventory/items?${query.toString()}`;
    const { status, body } = await this.sibling.call({ method: 'GET', path });
    if (status === GONE) return 'forgotten';
    if (status !== 200) throw saysNo(status);
    return itemsPageFrom(body);
  }

  /** Ends the breaker's timers. */
  close(): void {
    this.sibling.close();
  }
}

const WORDS: Readonly<Record<number, string>> = {
  401: 'did not accept our token',
  403: 'does not let us read the items of this business',
  404: 'does not know this business',
};

function saysNo(status: number): SiblingFailed {
  const words = WORDS[status] ?? `answered ${status}`;
  return new SiblingFailed(NAME, `status_${status}`, words, { retryable: false });
}
