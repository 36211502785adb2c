import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Outlet, OutletDraft, OutletRefusal } from '../domain/outlet.js';
import { isSame, openOutlet } from '../domain/outlet-lifecycle.js';
import type { OutletAllowance } from '../ports/outlet-allowance.js';
import type { OutletRepository } from '../ports/outlet-repository.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** The tenant's currency is taken where none is named. */
export type OpenOutletCommand = Omit<OutletDraft, 'currency'> & { readonly currency?: string };

/** Opens an outlet. The same id with the same content gives the outlet that is there, with other content a refusal. */
export class OpenOutlet {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: OutletRepository,
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
    private readonly allowance: OutletAllowance,
  ) {}

  /** @throws Refusal of `OutletRefusal`, `entitlement_exceeded`. */
  execute(context: RequestContext, command: OpenOutletCommand): Promise<Outlet> {
    return this.transactor.run(context, async (tx) => {
      if (context.principal.outlets !== undefined) throw new Refusal<OutletRefusal>('outlets_restricted');
      const currency = command.currency ?? (await this.tenants.get(tx)).currency;
      const { state, events } = openOutlet({ ...command, currency });
      if (!(await this.outlets.add(tx, state))) {
        const present = await this.outlets.get(tx, state.id);
        if (isSame(present, state)) return present;
        throw new Refusal<OutletRefusal>('outlet_id_taken', { outletId: state.id });
      }
      await this.allowance.oneMoreOpen(tx);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
