import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { ask, takeInHand, type Discovery, type DiscoveryOutcome, type DiscoveryRefusal } from '../domain/discovery.js';
import type { DiscoveryMemory } from '../ports/discovery-memory.js';
import type { DiscoveryRepository } from '../ports/discovery-repository.js';
import type { OutletsFacade } from './outlets-facade.js';
import type { SettleDiscovery } from './settle-discovery.js';

/** How a question stands for somebody who waits; `null`: the registry was silent. */
type Standing = DiscoveryOutcome | null;

export interface DiscoveryPace {
  /** For how long whoever asks has a question in hand: longer than asking takes. */
  readonly leaseMs: number;
  /** Longest that a request waits for an answer. */
  readonly waitMs: number;
  /** How often somebody looks whether the other instance has an answer. */
  readonly lookMs: number;
}

const RETENTION_MS = 90 * 86_400_000;
const RETRY_AFTER_SECONDS = 2;

/**
 * Asks the registry about an outlet that is not known here: one question at a time for an outlet, over all instances, and never
 * within a transaction. The question is committed before it is asked, so that a worker goes on where this process ends.
 */
export class DiscoverOutlet {
  private readonly flights = new Map<string, Promise<Standing>>();

  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: Pick<OutletsFacade, 'outlet'>,
    private readonly discoveries: DiscoveryRepository,
    private readonly memory: DiscoveryMemory,
    private readonly settle: Pick<SettleDiscovery, 'execute'>,
    private readonly ids: IdSource,
    private readonly pace: DiscoveryPace,
    private readonly lost: (error: unknown) => void,
  ) {}

  /**
   * Returns whether the outlet is here now; of one that the registry has not, it is not.
   * @param anew also when the last question, a moment ago, was in vain.
   * @throws Refusal `outlet_discovery_pending`, `registry_unavailable`, `registry_distrusted`.
   */
  async execute(given: RequestContext, outletId: OutletId, { anew = false } = {}): Promise<boolean> {
    const { idempotency: _ownTransaction, ...context } = given;
    if (await this.isHere(context, outletId)) return true;
    const { tenantId } = context;
    if (anew) await this.memory.forget(tenantId, outletId);
    const recalled = await this.memory.recall(tenantId, outletId);
    if (recalled !== undefined) return isHereAfter(recalled);
    return isHereAfter(await this.within(this.flightOf(context, outletId)));
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await Promise.allSettled(this.flights.values());
  }

  private flightOf(context: RequestContext, outletId: OutletId): Promise<Standing> {
    const key = `${context.tenantId} ${outletId}`;
    const running = this.flights.get(key);
    if (running !== undefined) return running;
    const flight = this.fly(context, outletId).finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    // Nobody may wait for it any more when it fails.
    flight.catch((error: unknown) => this.lost(error));
    return flight;
  }

  private async fly(context: RequestContext, outletId: OutletId): Promise<Standing> {
    const { tenantId } = context;
    const end = Date.now() + this.pace.waitMs;
    for (;;) {
      const release = await this.memory.take(tenantId, outletId);
      if (release !== undefined) {
        try {
          return await this.asked(context, outletId);
        } finally {
          await release();
        }
      }
      if (Date.now() >= end) throw pending(RETRY_AFTER_SECONDS);
      await new Promise((resolve) => setTimeout(resolve, this.pace.lookMs));
      if (await this.isHere(context, outletId)) return 'known';
      const recalled = await this.memory.recall(tenantId, outletId);
      if (recalled !== undefined) return recalled;
    }
  }

  private async asked(context: RequestContext, outletId: OutletId): Promise<Standing> {
    // Whoever held the lock before may have ended it.
    if (await this.isHere(context, outletId)) return 'known';
    const { tenantId } = context;
    const seconds = await this.memory.waitFor(tenantId);
    if (seconds !== null) throw pending(seconds);
    const discovery = await this.begun(context, outletId);
    const { outcome = null } = (await this.settle.execute(context, discovery)) ?? {};
    if (outcome !== null && outcome !== 'found' && outcome !== 'known' && outcome !== 'unanswered')
      await this.memory.remember(tenantId, outletId, outcome);
    return outcome;
  }

  /** The open question of the outlet, taken in hand, or a new one. */
  private begun(context: RequestContext, outletId: OutletId): Promise<Discovery> {
    const { at, principal } = context;
    return this.transactor.run(context, async (tx) => {
      const open = await this.discoveries.openOf(tx, outletId);
      if (open !== undefined) {
        await this.discoveries.save(tx, takeInHand(open, at, this.pace.leaseMs));
        return open;
      }
      const askedBy = `${principal.kind}:${principal.id}`;
      const id = this.ids.next<'outlet-discovery'>();
      const discovery = ask({ id, outletId, askedBy, askedAt: at }, this.pace.leaseMs);
      await this.discoveries.forget(tx, new Date(at.getTime() - RETENTION_MS));
      if (await this.discoveries.add(tx, discovery)) return discovery;
      const other = await this.discoveries.openOf(tx, outletId);
      if (other === undefined) throw pending(RETRY_AFTER_SECONDS); // it has just ended
      return other;
    });
  }

  private async isHere(context: RequestContext, outletId: OutletId): Promise<boolean> {
    return (await this.transactor.read(context, (tx) => this.outlets.outlet(tx, outletId))) !== undefined;
  }

  private async within(flight: Promise<Standing>): Promise<Standing> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(pending(RETRY_AFTER_SECONDS)), this.pace.waitMs);
    });
    try {
      return await Promise.race([flight, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** @throws Refusal where nobody knows whether there is such an outlet. */
function isHereAfter(standing: Standing): boolean {
  if (standing === 'found' || standing === 'known') return true;
  if (standing === 'unknown') return false;
  if (standing === 'distrusted' || standing === 'unusable') throw new Refusal<DiscoveryRefusal>('registry_distrusted');
  throw new Refusal<DiscoveryRefusal>('registry_unavailable');
}

function pending(retryAfterSeconds: number): Refusal<DiscoveryRefusal> {
  return new Refusal('outlet_discovery_pending', { retryAfterSeconds });
}
