import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { beginProvisioning, finishStep, nextStep, postpone } from '../domain/provisioning.js';
import type { RegistrationEvent } from '../domain/registration-events.js';
import { rejectRegistration } from '../domain/registration-lifecycle.js';
import type { Registration, RegistrationId, Step } from '../domain/registration.js';
import type { Invited, OwnerInvitation, Owners, StartingPlan } from '../ports/provisions.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { Tenancy } from '../ports/tenancy.js';
import { BACKGROUND, businessContext } from './contexts.js';
import type { FollowTenantRow } from './follow-tenant-row.js';

/** What making a business works with. What is absent is not done on this installation. */
export interface ProvisionParts {
  readonly transactor: Transactor;
  readonly registrations: RegistrationRepository;
  readonly outbox: Outbox;
  readonly tenancy: Tenancy;
  readonly owners: Owners | undefined;
  readonly plans: StartingPlan | undefined;
  readonly invitations: OwnerInvitation | undefined;
  readonly list: FollowTenantRow;
  /** Told of what went wrong and is tried again. */
  readonly onFailure: (error: unknown, registrationId: RegistrationId, step: Step) => void;
}

export interface Provisioned {
  readonly registration: Registration;
  /** `null`: the owner was not invited by this call. */
  readonly invitation: Invited | null;
}

type Change = (present: Registration) => Decision<Registration, RegistrationEvent>;

/** The slug went to another business in the meantime. */
const SLUG_GONE = 'slug_taken';

/**
 * Makes a verified business, step by step. Each step is a transaction of its own, can be done again, and is taken down when
 * done: whoever goes on after a crash begins with the first that is not.
 */
export class ProvisionBusiness {
  constructor(private readonly parts: ProvisionParts) {}

  /** @returns how far it came: what did not work is tried again by the worker. */
  async execute(context: RequestContext, id: RegistrationId): Promise<Provisioned> {
    let registration = await this.change(context, id, (present) => ({
      // Another may have made it since it was verified.
      state: present.status === 'active' ? present : beginProvisioning(present, context.at),
      events: [],
    }));
    let invitation: Invited | null = null;
    for (let step: Step | undefined = nextStep(registration); step !== undefined; step = nextStep(registration)) {
      const done: Step = step;
      try {
        const outcome = await this.take(done, context, registration);
        if (outcome === SLUG_GONE) return { registration: await this.reject(context, id), invitation };
        invitation = outcome ?? invitation;
      } catch (error) {
        this.parts.onFailure(error, id, done);
        const failure = error instanceof Refusal ? (error as Refusal).code : `${done}_failed`;
        const put = (present: Registration) => ({ state: postpone(present, failure, context.at), events: [] });
        return { registration: await this.change(context, id, put), invitation };
      }
      registration = await this.change(context, id, (present) => finishStep(present, done, context.at));
    }
    return { registration, invitation };
  }

  private async take(
    step: Step,
    context: RequestContext,
    { businessId, slug, name, currency, owner, ownerId, plan }: Registration,
  ): Promise<Invited | typeof SLUG_GONE | undefined> {
    const { tenancy, owners, plans, invitations, list } = this.parts;
    const { idempotency: _, ...plain } = context;
    const business = { id: businessId, slug };
    const inside = businessContext(context, business, BACKGROUND);
    if (step === 'tenant') {
      if ((await tenancy.register(inside, { slug, name, currency })) === 'taken') return SLUG_GONE;
    } else if (step === 'owner') {
      if (owner !== null) await owners?.create(inside, ownerId, owner);
    } else if (step === 'plan') {
      if (plan !== null) await plans?.assign(plain, slug, plan);
    } else if (step === 'listing') {
      await list.execute(context, await tenancy.facts(inside), 'registered');
    } else if (owner?.email != null) return (await invitations?.invite(inside, ownerId)) ?? undefined;
    return undefined;
  }

  private reject(context: RequestContext, id: RegistrationId): Promise<Registration> {
    const deed = { by: 'system:businesses', at: context.at, reason: SLUG_GONE };
    return this.change(context, id, (present) => rejectRegistration(present, deed));
  }

  private change(
    { idempotency: _, ...context }: RequestContext,
    id: RegistrationId,
    by: Change,
  ): Promise<Registration> {
    const { transactor, registrations, outbox } = this.parts;
    return transactor.run(context, async (tx) => {
      const present = await registrations.lock(tx, id);
      if (present === undefined) throw new Error('a registration that was being dealt with is gone');
      const { state, events } = by(present);
      if (state !== present) await registrations.save(tx, state);
      outbox.append(tx, events);
      return state;
    });
  }
}
