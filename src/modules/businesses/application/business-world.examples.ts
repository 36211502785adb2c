import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Business } from '../domain/business.js';
import { after, EACH } from '../domain/registration.examples.js';
import type { Registration, RegistrationId } from '../domain/registration.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { OwnerInvitation, Owners, StartingPlan } from '../ports/provisions.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { Tenancy } from '../ports/tenancy.js';
import { platformContext } from './contexts.js';
import { FollowTenantRow } from './follow-tenant-row.js';
import { ProvisionBusiness } from './provision-business.js';

/** The process is dead: from here on nothing it tries happens. */
export class Killed extends Error {}

/** A world in memory in which a verified registration waits, and whose process can be killed at each of its steps. */
export class BusinessWorld {
  registration: Registration = EACH.verified();
  business: Business | undefined;
  events: DomainEvent[] = [];
  /** What was made, in order, each time that it was asked for. */
  readonly made: string[] = [];
  readonly tenants = new Set<string>();
  readonly failures: unknown[] = [];
  now = after(1);
  /** Steps until the process dies; it is a step each time that something is asked for, and each commit. */
  stepsLeft = Number.POSITIVE_INFINITY;
  /** Refuses this once. */
  trouble: { readonly at: string; readonly error: Error } | undefined;

  /** One more try of whoever makes the business: a request or the worker. */
  provision(): Promise<unknown> {
    const parts = { transactor: this.transactor, registrations: this.registrations, outbox: this.outbox };
    const list = new FollowTenantRow(this.transactor, this.businesses, this.registrations, this.outbox);
    return new ProvisionBusiness({
      ...{ ...parts, list, tenancy: this.tenancy, owners: this.owners, plans: this.plans },
      ...{ invitations: this.invitations, onFailure: (error) => void this.failures.push(error) },
    }).execute(this.context(), this.registration.id);
  }

  context(): RequestContext {
    return platformContext('test', this.now);
  }

  private step(): void {
    this.stepsLeft -= 1;
    if (this.stepsLeft < 0) throw new Killed();
  }

  /** Something is asked for, and happens; the process may die before or after. */
  private async make(what: string, effect: () => void = () => undefined): Promise<void> {
    this.step();
    if (this.trouble?.at === what) {
      const { error } = this.trouble;
      this.trouble = undefined;
      throw error;
    }
    this.made.push(what);
    effect();
    await Promise.resolve();
    this.step();
  }

  private readonly transactor: Transactor = {
    run: async (_context, work) => {
      const before = { registration: this.registration, business: this.business, events: this.events };
      try {
        const result = await work({} as Tx);
        this.step();
        return result;
      } catch (error) {
        Object.assign(this, before);
        throw error;
      }
    },
    read: (_context, work) => work({} as Tx),
  };

  private readonly registrations: RegistrationRepository = {
    add: () => Promise.reject(new Error('there is one')),
    lock: () => Promise.resolve(this.registration),
    find: () => Promise.resolve(this.registration),
    ofBusiness: () => Promise.resolve(this.registration),
    save: async (_tx, registration) => void (this.registration = await Promise.resolve(registration)),
    slugOwner: () => Promise.resolve(undefined),
    due: (_tx, at) => Promise.resolve(this.isDue(at) ? [this.registration.id] : ([] as RegistrationId[])),
    overdue: () => Promise.resolve([]),
  };

  private isDue(at: Date): boolean {
    const { nextTryAt, status } = this.registration;
    return nextTryAt !== null && nextTryAt <= at && (status === 'verified' || status === 'provisioning');
  }

  private readonly businesses: BusinessRepository = {
    add: (_tx, business) => {
      if (this.business !== undefined) return Promise.resolve(false);
      this.business = business;
      return Promise.resolve(true);
    },
    lock: () => Promise.resolve(this.business),
    lockBySlug: () => Promise.resolve(this.business),
    findBySlug: () => Promise.resolve(this.business),
    save: async (_tx, business) => void (this.business = await Promise.resolve(business)),
    dueCarryOvers: () => Promise.resolve([]),
    listed: () => Promise.resolve(new Set<TenantId>()),
  };

  private readonly outbox = {
    append: (_tx: Tx, events: readonly DomainEvent[]): void => void (this.events = [...this.events, ...events]),
  };

  private readonly tenancy: Tenancy = {
    register: async ({ tenantId }, { slug }) => {
      await this.make('tenant', () => this.tenants.add(tenantId));
      return slug === 'gone' ? 'taken' : 'made';
    },
    facts: ({ tenantId: id, tenantSlug: slug }) =>
      Promise.resolve({ id, slug, name: 'Acme Street Food', currency: 'KES', status: 'active', version: 1 }),
    turn: () => Promise.reject(new Error('nobody turns it here')),
    recall: () => undefined,
  };

  private readonly owners: Owners = { create: (_context, id) => this.make(`owner ${id}`) };
  private readonly plans: StartingPlan = {
    assertSold: () => Promise.resolve(),
    assign: (_context, slug, code) => this.make(`plan ${slug} ${code}`),
  };
  private readonly invitations: OwnerInvitation = {
    invite: async (_context, id) => {
      await this.make(`invitation ${id}`);
      return { delivery: 'sent', token: null };
    },
  };
}
