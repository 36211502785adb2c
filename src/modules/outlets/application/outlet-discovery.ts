import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { DiscoverOutlet } from './discover-outlet.js';

/** Makes sure that an outlet which the registry of businesses has is known here, too. */
export abstract class OutletDiscovery {
  /**
   * Call it before the transaction in which the outlet is needed, never within one. Costs nothing where no registry is configured
   * and where the outlet has been seen before. It does not say whether there is such an outlet: the transaction finds that out.
   * @throws Refusal `outlet_discovery_pending`, `registry_unavailable`, `registry_distrusted`.
   */
  abstract ensure(context: RequestContext, outletId: string): Promise<void>;
}

const NOTHING_TO_DO = Promise.resolve();

/** Where no registry is configured an outlet that nobody opened here stays unknown. */
export class NoDiscovery extends OutletDiscovery {
  ensure(): Promise<void> {
    return NOTHING_TO_DO;
  }
}

const SEEN_MAX = 10_000;

/** Remembers the outlets that it has seen, for outlets are never removed, and asks the registry about the others. */
export class RegistryDiscovery extends OutletDiscovery {
  private readonly seen = new Set<string>();

  constructor(
    private readonly discover: Pick<DiscoverOutlet, 'execute'>,
    private readonly seenMax: number = SEEN_MAX,
  ) {
    super();
  }

  ensure(context: RequestContext, outletId: string): Promise<void> {
    const key = `${context.tenantId} ${outletId}`;
    if (this.seen.has(key)) return NOTHING_TO_DO;
    // To whoever may not act for it the outlet looks absent, and what test keys do does not reach the outside world.
    if (context.principal.test || !mayActFor(context.principal, outletId)) return NOTHING_TO_DO;
    return this.find(context, outletId, key);
  }

  private async find(context: RequestContext, outletId: string, key: string): Promise<void> {
    if (!(await this.discover.execute(context, outletId as OutletId))) return;
    const [oldest] = this.seen;
    if (this.seen.size >= this.seenMax && oldest !== undefined) this.seen.delete(oldest);
    this.seen.add(key);
  }
}
