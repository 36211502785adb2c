import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { turnBusiness } from '../domain/business-lifecycle.js';
import type { Business, BusinessRefusal, BusinessStatus } from '../domain/business.js';
import { actorOf, PLATFORM } from '../domain/platform.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { CarryOver } from './carry-over.js';
import { visibleBusiness } from './visible-business.js';

export interface TurnBusinessCommand {
  readonly slug: string;
  readonly to: BusinessStatus;
  readonly reason: string;
}

/** What turning works with. */
export interface TurnParts {
  readonly transactor: Transactor;
  readonly businesses: BusinessRepository;
  readonly outbox: Outbox;
  readonly screen: TextScreen;
  readonly carryOver: Pick<CarryOver, 'execute'>;
  /** Told of what went wrong and is tried again. */
  readonly onFailure: (error: unknown, id: TenantId) => void;
}

/**
 * Suspends a business, lets it go on, or closes it. The decision is committed here, among the vendor's rows; then it is
 * carried over to the business's own row, which its door reads. Should that fail, the worker does it.
 */
export class TurnBusiness {
  constructor(private readonly parts: TurnParts) {}

  /** @throws Refusal `business_not_found`, `business_closed`, `platform_is_no_business`. */
  async execute(context: RequestContext, { slug, to, reason }: TurnBusinessCommand): Promise<Business> {
    const { transactor, businesses, outbox, screen, carryOver, onFailure } = this.parts;
    screen.assertHarmless(reason, '/reason');
    if (slug === PLATFORM.slug) throw new Refusal<BusinessRefusal>('platform_is_no_business');
    const business = await transactor.run(context, async (tx) => {
      const present = visibleBusiness(context, await businesses.lockBySlug(tx, slug), slug);
      const turn = { reason, by: actorOf(context.principal), at: context.at };
      const { state, events } = turnBusiness(present, to, turn);
      if (state !== present) await businesses.save(tx, state);
      outbox.append(tx, events);
      return state;
    });
    try {
      if (business.carryOver !== null) await carryOver.execute(context, business.id);
    } catch (error) {
      onFailure(error, business.id);
    }
    return business;
  }
}
