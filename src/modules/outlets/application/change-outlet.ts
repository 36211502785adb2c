import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Outlet, OutletChanges, OutletRefusal } from '../domain/outlet.js';
import { changeOutlet } from '../domain/outlet-lifecycle.js';
import type { OutletAllowance } from '../ports/outlet-allowance.js';
import type { OutletRepository } from '../ports/outlet-repository.js';

export interface ChangeOutletCommand {
  readonly outletId: OutletId;
  readonly changes: OutletChanges;
  readonly expectedVersion?: number;
}

/** Changes an outlet's settings, closes or reopens it. */
export class ChangeOutlet {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletRepository,
    private readonly outbox: Outbox,
    private readonly allowance: OutletAllowance,
  ) {}

  /** @throws Refusal of `OutletRefusal`; `entitlement_exceeded` where one more would be open. */
  execute(context: RequestContext, command: ChangeOutletCommand): Promise<Outlet> {
    const { outletId, changes, expectedVersion } = command;
    return this.transactor.run(context, async (tx) => {
      if (!mayActFor(context.principal, outletId)) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId });
      const outlet = await this.outlets.get(tx, outletId);
      const { state, events } = changeOutlet(outlet, changes, expectedVersion);
      if (events.length > 0) await this.outlets.save(tx, state);
      if (state.active && !outlet.active) await this.allowance.oneMoreOpen(tx);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
