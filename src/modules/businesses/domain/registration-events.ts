import type { TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Registration, RegistrationId } from './registration.js';

/** A registration as events show it: nobody's name, address or number, and no code. */
export interface RegistrationSnapshot {
  readonly id: RegistrationId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly timeZone: string | null;
  /** Such as `cafe` or `retail`; more kinds come with the service. */
  readonly industry: string | null;
  readonly plan: string | null;
  /** Who told of it: `portal` or `auth`. */
  readonly source: string;
  readonly status: string;
  /** The business that it becomes. */
  readonly businessId: TenantId;
  /** @asType integer */
  readonly version: number;
}

/** The data of a registration's events by their types. */
export interface RegistrationEvents {
  /** A business wants in. */
  'pos.business.registration_requested': { readonly registration: RegistrationSnapshot };
  /** Another code was made for the owner. */
  'pos.business.code_sent': {
    readonly registration: RegistrationSnapshot;
    /** @asType integer */
    readonly codesSent: number;
  };
  /** Somebody entered a wrong code. */
  'pos.business.verification_failed': {
    readonly registration: RegistrationSnapshot;
    /** @asType integer */
    readonly triesLeft: number;
  };
  /** The owner is who they say: by a code that they were sent, or an administrator says so. */
  'pos.business.verified': {
    readonly registration: RegistrationSnapshot;
    /** `code`, `hand`, or `registry`. */
    readonly by: string;
    readonly reason: string | null;
  };
  /** The business is made and can sell. */
  'pos.business.provisioned': { readonly registration: RegistrationSnapshot };
  /** Nobody verified it in time. */
  'pos.business.registration_expired': { readonly registration: RegistrationSnapshot };
  /** It does not get in. */
  'pos.business.registration_rejected': {
    readonly registration: RegistrationSnapshot;
    readonly before: string;
    readonly reason: string;
  };
}

export type RegistrationEvent = {
  [Type in keyof RegistrationEvents]: DomainEvent<Type, RegistrationEvents[Type]>;
}[keyof RegistrationEvents];

/** The registration as events show it. */
export function registrationSnapshot(registration: Registration): RegistrationSnapshot {
  const { id, slug, name, currency, country, region, timeZone, industry, plan, source, status } = registration;
  const { businessId, version } = registration;
  return { id, slug, name, currency, country, region, timeZone, industry, plan, source, status, businessId, version };
}

/** Where an event stands in the registration's history. */
export function placeOf({ id, eventSequence }: Registration): Omit<DomainEvent, 'type' | 'data'> {
  return { aggregate: 'business_registrations', aggregateId: id, sequence: eventSequence, outletId: null };
}
