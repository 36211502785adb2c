import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Outlet, OutletRefusal } from '../domain/outlet.js';
import type { DiscoverOutlet } from './discover-outlet.js';
import type { OutletsFacade } from './outlets-facade.js';

/** Somebody asks the registry about an outlet by hand, also a moment after it was asked in vain. */
export class AskRegistry {
  /** @param discover absent where no registry is configured. */
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletsFacade,
    private readonly discover: Pick<DiscoverOutlet, 'execute'> | undefined,
  ) {}

  /** @returns the outlet. @throws Refusal `outlet_not_found` where the registry has none of that id either, and those of discovery. */
  async execute(context: RequestContext, outletId: OutletId): Promise<Outlet> {
    const isVisible = mayActFor(context.principal, outletId);
    if (isVisible && !context.principal.test) await this.discover?.execute(context, outletId, { anew: true });
    return this.transactor.run(context, async (tx) => {
      const outlet = isVisible ? await this.outlets.outlet(tx, outletId) : undefined;
      if (outlet === undefined) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId });
      return outlet;
    });
  }
}
