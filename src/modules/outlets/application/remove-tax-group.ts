import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Outlet, OutletRefusal } from '../domain/outlet.js';
import { removeTaxGroup } from '../domain/outlet-lifecycle.js';
import type { OutletRepository } from '../ports/outlet-repository.js';

export interface RemoveTaxGroupCommand {
  readonly outletId: OutletId;
  readonly code: string;
  readonly expectedVersion?: number;
}

/** Takes a tax group from an outlet. */
export class RemoveTaxGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, command: RemoveTaxGroupCommand): Promise<Outlet> {
    const { outletId, code, expectedVersion } = command;
    return this.transactor.run(context, async (tx) => {
      if (!mayActFor(context.principal, outletId)) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId });
      const { state, events } = removeTaxGroup(await this.outlets.get(tx, outletId), code, expectedVersion);
      if (events.length > 0) await this.outlets.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
