import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { sayAvailability, type Availability, type AvailabilityDraft } from '../domain/availability.js';
import type { ItemRefusal } from '../domain/item.js';
import type { AvailabilityRepository } from '../ports/availability.js';
import type { SellingPlaces } from '../ports/selling-places.js';
import { atOutlet } from './at-outlet.js';

export interface SayAvailabilityCommand {
  readonly outletId: OutletId;
  readonly sku: string;
  readonly draft: AvailabilityDraft;
  readonly expectedVersion?: number;
}

/** Takes an item off at an outlet, puts it back, or counts it down from now on. */
export class SayAvailability {
  constructor(
    private readonly transactor: Transactor,
    private readonly stock: AvailabilityRepository,
    private readonly places: SellingPlaces,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `outlet_not_found`, `item_not_found`, `version_mismatch`, `availability_invalid`. */
  execute(context: RequestContext, command: SayAvailabilityCommand): Promise<Availability> {
    const { outletId, sku, draft, expectedVersion } = command;
    const said = { by: `${context.principal.kind}:${context.principal.id}`, at: context.at, expectedVersion };
    return this.transactor.run(context, async (tx) => {
      await atOutlet(tx, context, this.places, outletId);
      await this.stock.lock(tx);
      const before = await this.stock.find(tx, outletId, sku);
      if (before === undefined && !(await this.stock.isItem(tx, sku)))
        throw new Refusal<ItemRefusal>('item_not_found', { sku });
      const place = { id: this.ids.next<'availability'>(), outletId, sku };
      const { state, events } = sayAvailability(before, place, draft, said);
      if (events.length > 0) await this.stock.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
