import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { followAnnounced, openAnnounced, type AnnouncedOutlet } from '../domain/announced-outlet.js';
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
    const present = await this.outlets.find(tx, announced.id);
    if (present === undefined && announced.active === false) return; // it never sold here
    const { state, events } =
      present === undefined
        ? openAnnounced(announced, (await this.tenants.get(tx)).currency)
        : followAnnounced(present, announced);
    if (present === undefined) await this.outlets.add(tx, state);
    else if (events.length > 0) await this.outlets.save(tx, state);
    this.outbox.append(tx, events);
  }
}
