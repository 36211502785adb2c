import type { TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Business } from './business.js';

/** A business as events show it; the contact is masked, and notes stay where they were written. */
export interface BusinessSnapshot {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly timeZone: string | null;
  /** Such as `cafe` or `retail`; more kinds come with the service. */
  readonly industry: string | null;
  readonly contact: string | null;
  readonly hasNotes: boolean;
  /** `active`, `suspended` or `closed`. */
  readonly status: string;
  /** @format date-time */
  readonly statusSince: string;
  /** @format date-time */
  readonly registeredAt: string;
  /** @asType integer */
  readonly version: number;
}

/** What a change of a business's life tells. */
export interface BusinessTurn {
  readonly business: BusinessSnapshot;
  readonly before: string;
  readonly reason: string;
}

/** The data of a business's events by their types. They are the vendor's; the business itself tells of `pos.tenant.*`. */
export interface BusinessEvents {
  /** A business is on the vendor's list. */
  'pos.business.registered': { readonly business: BusinessSnapshot };
  /** What the vendor knows of a business has changed. */
  'pos.business.changed': { readonly business: BusinessSnapshot; readonly before: BusinessSnapshot };
  /** A business is kept out until it is resumed. */
  'pos.business.suspended': BusinessTurn;
  /** A business that was suspended or closed goes on. */
  'pos.business.resumed': BusinessTurn;
  /** A business is over; it can be reopened within 30 days, and nothing is deleted. */
  'pos.business.closed': BusinessTurn;
}

export type BusinessEvent = {
  [Type in keyof BusinessEvents]: DomainEvent<Type, BusinessEvents[Type]>;
}[keyof BusinessEvents];

/** The business as events show it. */
export function businessSnapshot(business: Business): BusinessSnapshot {
  const { id, slug, name, currency, country, region, timeZone, industry, contact, notes, status, version } = business;
  return {
    ...{ id, slug, name, currency, country, region, timeZone, industry, contact, hasNotes: notes !== null, status },
    statusSince: business.statusSince.toISOString(),
    registeredAt: business.registeredAt.toISOString(),
    version,
  };
}

/** Where an event stands in the business's history. */
export function placeOf({ id, version }: Business): Omit<DomainEvent, 'type' | 'data'> {
  return { aggregate: 'businesses', aggregateId: id, sequence: version, outletId: null };
}
