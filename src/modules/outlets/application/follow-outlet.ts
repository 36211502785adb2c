import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { followAnnounced, openAnnounced, type AnnouncedOutlet } from '../domain/announced-outlet.js';
import type { Outlet } from '../domain/outlet.js';
import type { OutletRepository } from '../ports/outlet-repository.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** Follows the registry of businesses: an outlet that it announces is here, and is as it says. Joins its caller's transaction. */
export class FollowOutlet {
  constructor(
    private readonly outlets: OutletRepository,
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `outlet_invalid`, `receipt_prefix_taken`. */
  async execute(tx: Tx, announced: AnnouncedOutlet): Promise<void> {
    const present = (await this.outlets.find(tx, announced.id)) ?? (await this.opened(tx, announced));
    if (present === undefined) return;
    const { state, events } = followAnnounced(present, announced);
    if (events.length > 0) await this.outlets.save(tx, state);
    this.outbox.append(tx, events);
  }

  /** Opens an outlet that is not here. @returns false when somebody has opened it: it stays as it is. */
  async open(tx: Tx, announced: AnnouncedOutlet): Promise<boolean> {
    const { state, events } = openAnnounced(announced, (await this.tenants.get(tx)).currency);
    if (!(await this.outlets.add(tx, state))) return false;
    this.outbox.append(tx, events);
    return true;
  }

  /** @returns the outlet that somebody else opened meanwhile; `undefined` when nothing is left to do. */
  private async opened(tx: Tx, announced: AnnouncedOutlet): Promise<Outlet | undefined> {
    if (announced.active === false) return undefined; // it never sold here
    return (await this.open(tx, announced)) ? undefined : this.outlets.get(tx, announced.id);
  }
}
