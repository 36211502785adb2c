import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/platform.js';
import { requestRegistration, verifiedByRegistry } from '../domain/registration-lifecycle.js';
import type { RegistrationRefusal, RegistrationWish } from '../domain/registration.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';

export type AnnouncedBusiness = Omit<RegistrationWish, 'id' | 'owner' | 'channel'> & { readonly businessId: TenantId };

/** The registry of businesses announces a new one: it is verified already, and the worker makes it. Joins its caller's transaction. */
export class FollowRegistry {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * One that is known already stays as it is.
   * @throws Refusal `registration_invalid`, `slug_not_available` for the name of another business.
   */
  async execute(tx: Tx, { principal, at }: RequestContext, announced: AnnouncedBusiness): Promise<void> {
    const { businessId, ...told } = announced;
    const holder = await this.registrations.slugOwner(tx, told.slug);
    if (holder === businessId || (await this.registrations.ofBusiness(tx, businessId)) !== undefined) return;
    if (holder !== undefined) throw new Refusal<RegistrationRefusal>('slug_not_available', { slug: told.slug });
    const wish = { ...told, id: this.ids.next<'business-registration'>(), owner: null, channel: null };
    const requested = requestRegistration(wish, {
      ...{ businessId, ownerId: this.ids.next(), apiKeyId: this.ids.next(), source: 'auth', code: null },
      ...{ by: actorOf(principal), at },
    });
    const { state, events } = verifiedByRegistry(requested.state, at);
    await this.registrations.add(tx, state);
    this.outbox.append(tx, [...requested.events, ...events]);
  }
}
