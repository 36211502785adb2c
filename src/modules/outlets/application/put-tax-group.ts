import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Outlet, OutletRefusal } from '../domain/outlet.js';
import { putTaxGroup } from '../domain/outlet-lifecycle.js';
import type { TaxGroupDraft } from '../domain/tax-group.js';
import type { OutletRepository } from '../ports/outlet-repository.js';

export interface PutTaxGroupCommand {
  readonly outletId: OutletId;
  readonly taxGroup: TaxGroupDraft;
  readonly expectedVersion?: number;
}

/** Adds a tax group to an outlet or replaces the one with its code. */
export class PutTaxGroup {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, command: PutTaxGroupCommand): Promise<Outlet> {
    const { outletId, taxGroup, expectedVersion } = command;
    return this.transactor.run(context, async (tx) => {
      if (!mayActFor(context.principal, outletId)) throw new Refusal<OutletRefusal>('outlet_not_found', { outletId });
      const { state, events } = putTaxGroup(await this.outlets.get(tx, outletId), taxGroup, expectedVersion);
      if (events.length > 0) await this.outlets.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
