import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { changeBusiness } from '../domain/business-lifecycle.js';
import type { Business, BusinessChanges } from '../domain/business.js';
import { mayActForRegion } from '../domain/platform.js';
import type { RegistrationRefusal } from '../domain/registration.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { visibleBusiness } from './visible-business.js';

export interface ChangeBusinessCommand {
  readonly slug: string;
  readonly changes: BusinessChanges;
  readonly expectedVersion: number | undefined;
}

/** Changes what the vendor's people say of a business: its region and their notes. */
export class ChangeBusiness {
  constructor(
    private readonly transactor: Transactor,
    private readonly businesses: BusinessRepository,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `business_not_found`, `business_invalid`, `region_not_allowed`, `version_mismatch`. */
  execute(context: RequestContext, { slug, changes, expectedVersion }: ChangeBusinessCommand): Promise<Business> {
    const { region, notes } = changes;
    if (notes != null) this.screen.assertHarmless(notes, '/notes');
    return this.transactor.run(context, async (tx) => {
      const present = visibleBusiness(context, await this.businesses.lockBySlug(tx, slug), slug);
      if (region !== undefined && !mayActForRegion(context.principal, region))
        throw new Refusal<RegistrationRefusal>('region_not_allowed', { region }, [
          { pointer: '/region', message: 'must be one of yours' },
        ]);
      const { state, events } = changeBusiness(present, changes, expectedVersion);
      if (state !== present) await this.businesses.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
