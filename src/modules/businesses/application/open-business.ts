import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { makeFirstKey } from '../domain/provisioning.js';
import type { Registration, RegistrationId, RegistrationRefusal } from '../domain/registration.js';
import type { FirstKeys, Invited } from '../ports/provisions.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import { BACKGROUND, businessContext } from './contexts.js';
import type { ProvisionBusiness } from './provision-business.js';
import { visibleRegistration } from './visible-registration.js';

/** A business that was made as far as it could be. What is secret in it is shown this once. */
export interface OpenedBusiness {
  readonly registration: Registration;
  /** `null`: not made here, see `registration.failure`; ask for it later. */
  readonly apiKey: string | null;
  /** `null`: the owner was not invited here. */
  readonly invitation: Invited | null;
}

/** Makes a verified business, and its first key. */
export class OpenBusiness {
  constructor(
    private readonly transactor: Transactor,
    private readonly registrations: RegistrationRepository,
    private readonly provision: ProvisionBusiness,
    private readonly keys: FirstKeys,
  ) {}

  /** What does not work now is done by the worker; the key is then asked for. */
  async execute(context: RequestContext, id: RegistrationId): Promise<OpenedBusiness> {
    const { registration, invitation } = await this.provision.execute(context, id);
    if (registration.status !== 'active') return { registration, apiKey: null, invitation };
    return { ...(await this.firstKey(context, id)), invitation };
  }

  /**
   * The first API key of a business that the worker made, once.
   * @throws Refusal `registration_not_found`, `first_key_not_due`, `first_key_made`.
   */
  async firstKey(context: RequestContext, id: RegistrationId): Promise<Omit<OpenedBusiness, 'invitation'>> {
    const found = await this.transactor.read(context, (tx) => this.registrations.find(tx, id));
    const present = visibleRegistration(context, found, id);
    makeFirstKey(present, context.at); // refuses before anything is made
    const { businessId, slug, apiKeyId } = present;
    // The id of the key is fixed: of two who ask at once, one is given it.
    const apiKey = await this.keys.make(businessContext(context, { id: businessId, slug }, BACKGROUND), apiKeyId);
    if (apiKey === undefined) throw new Refusal<RegistrationRefusal>('first_key_made', { registrationId: id });
    const { idempotency: _, ...plain } = context;
    const registration = await this.transactor.run(plain, async (tx) => {
      const locked = visibleRegistration(context, await this.registrations.lock(tx, id), id);
      const after = makeFirstKey(locked, context.at);
      await this.registrations.save(tx, after);
      return after;
    });
    return { registration, apiKey };
  }
}
