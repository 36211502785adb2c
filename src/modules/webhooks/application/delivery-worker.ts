import type { EndpointId } from '../domain/endpoint.js';
import type { DeliveryObserver } from '../ports/delivery-observer.js';
import type { ClaimedDelivery, DeliveryQueue, EndpointKey } from '../ports/delivery-queue.js';
import type { DeliverWebhook } from './deliver-webhook.js';

/** How the worker paces itself. */
export interface WorkerSettings {
  /** Calls at once. */
  readonly concurrency: number;
  /** Of these, for one endpoint whose last try succeeded; any other has one. */
  readonly slots: number;
  /** Wait after finding nothing; a wake-up ends it. */
  readonly idleMs: number;
  /** How long stopping waits for calls in progress before it gives them up. */
  readonly stopMs: number;
}

/** A receiver that took longer is slow until it was quick once. */
const SLOW_MS = 2_000;
const SLOW_MAX = 10_000;
/** What endpoints that are slow, failing or not yet known may take of all calls together. */
const DOUBTFUL_SHARE = 0.75;
const FAILURE_WAIT_MS = 1_000;

interface InHand {
  readonly delivery: ClaimedDelivery;
  readonly trusted: boolean;
  readonly done: Promise<void>;
}

/**
 * Takes what is due from the queue, as much as there are free slots, round by round over all endpoints. A receiver that
 * misbehaves has one slot, and all of those together leave a quarter of the calls to the others: they slow nobody
 * (GUARANTEES G14). Several workers share a queue.
 */
export class DeliveryWorker {
  readonly name = 'webhooks';
  private readonly inHand = new Map<string, InHand>();
  private readonly slow = new Set<EndpointId>();
  private readonly giveUp = new AbortController();
  private stopping = false;
  private running: Promise<void> | undefined;
  private cursor: EndpointKey | undefined;
  private takenOfCycle = 0;
  private awake = false;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly deliver: Pick<DeliverWebhook, 'execute'>,
    private readonly observer: DeliveryObserver,
    private readonly settings: WorkerSettings,
  ) {}

  /** Begins. */
  start(): void {
    this.running ??= this.loop();
  }

  /** Something may be due: looks at once instead of soon. */
  wake(): void {
    this.awake = true;
    this.rouse?.();
  }

  /** Takes no more, finishes what is in hand, and gives back what takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    const timer = setTimeout(() => this.giveUp.abort(), this.settings.stopMs);
    await Promise.all([...this.inHand.values()].map(({ done }) => done));
    clearTimeout(timer);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.awake = false;
      try {
        const more = await this.round();
        if (!more) await this.pause(this.settings.idleMs);
      } catch (error) {
        this.observer.failed('the queue of webhooks could not be read', error);
        this.awake = false;
        await this.pause(FAILURE_WAIT_MS);
      }
    }
  }

  /** Takes from a number of endpoints. @returns true when there may be more to take now. */
  private async round(): Promise<boolean> {
    const { concurrency, slots } = this.settings;
    if (this.inHand.size >= concurrency) return false;
    const { due, next } = await this.queue.waiting(this.cursor);
    const free = concurrency - this.inHand.size;
    const taken = await this.take(due, true, slots, free);
    const doubtful = [...this.inHand.values()].filter(({ trusted }) => !trusted).length;
    const share = Math.max(1, Math.floor(concurrency * DOUBTFUL_SHARE)) - doubtful;
    const rest = Math.min(share, concurrency - this.inHand.size);
    const others = await this.take(due, false, 1, rest);
    // Cut short, the next round goes on behind who was served last; otherwise behind who was looked at last.
    const cut = [
      ...(taken.length === free ? taken.slice(-1) : []),
      ...(others.length === rest ? others.slice(-1) : []),
    ];
    this.cursor = due.find(({ endpointId }) => cut.some((last) => last.endpointId === endpointId)) ?? next;
    this.takenOfCycle += taken.length + others.length;
    if (this.cursor !== undefined) return true;
    // Once around: worth another go only if something was taken, or all that is due waits for slots.
    const more = this.takenOfCycle > 0;
    this.takenOfCycle = 0;
    return more;
  }

  private async take(
    endpoints: readonly EndpointKey[],
    trusted: boolean,
    slots: number,
    limit: number,
  ): Promise<ClaimedDelivery[]> {
    if (endpoints.length === 0 || limit <= 0 || this.stopping) return [];
    const inHand = new Map<EndpointId, number>();
    for (const { delivery } of this.inHand.values())
      inHand.set(delivery.endpointId, (inHand.get(delivery.endpointId) ?? 0) + 1);
    const claimed = await this.queue.claim({ endpoints, trusted, slow: [...this.slow], limit, slots, inHand });
    for (const delivery of claimed) this.begin(delivery, trusted);
    return claimed;
  }

  private begin(delivery: ClaimedDelivery, trusted: boolean): void {
    const key = `${delivery.tenantId} ${delivery.id} ${delivery.claim}`;
    const done = this.deliver.execute(delivery, this.giveUp.signal).then((tookMs) => {
      this.inHand.delete(key);
      this.remember(delivery.endpointId, tookMs);
      this.wake();
    });
    this.inHand.set(key, { delivery, trusted, done });
  }

  private remember(endpointId: EndpointId, tookMs: number | undefined): void {
    if (tookMs === undefined) return;
    this.slow.delete(endpointId);
    if (tookMs < SLOW_MS) return;
    const [oldest] = this.slow;
    if (this.slow.size >= SLOW_MAX && oldest !== undefined) this.slow.delete(oldest);
    this.slow.add(endpointId);
  }

  private async pause(ms: number): Promise<void> {
    if (this.awake || this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = undefined;
  }
}
