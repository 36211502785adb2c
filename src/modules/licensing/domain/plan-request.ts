import type { Decision } from '../../../kernel/decision.js';
import type { Id, TenantId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { LicensingRefusal } from './licensing-refusal.js';

export type PlanRequestId = Id<'plan-request'>;

/** A business asks the vendor for another plan. */
export interface PlanRequest {
  readonly id: PlanRequestId;
  readonly businessId: TenantId;
  readonly businessSlug: string;
  readonly plan: string;
  readonly note: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly status: 'open' | 'closed';
  readonly closedAt: Date | null;
  /** What the vendor says to it. */
  readonly answer: string | null;
  readonly version: number;
}

/** A request as JSON shows it. */
export interface PlanRequestSnapshot {
  readonly id: string;
  readonly businessId: string;
  readonly business: string;
  readonly plan: string;
  readonly note: string | null;
  readonly status: 'open' | 'closed';
  readonly answer: string | null;
  /** @asType integer */
  readonly version: number;
}

/** The data of requests' events by their types. They are events of the vendor's own tenant. */
export interface PlanRequestEvents {
  /** A business asks for another plan. */
  'pos.plan_request.received': { readonly request: PlanRequestSnapshot };
  /** The vendor has dealt with it. */
  'pos.plan_request.closed': { readonly request: PlanRequestSnapshot };
}
export type PlanRequestEvent = {
  [Type in keyof PlanRequestEvents]: DomainEvent<Type, PlanRequestEvents[Type]>;
}[keyof PlanRequestEvents];

/** Takes a request in. */
export function receive(request: PlanRequest): Decision<PlanRequest, PlanRequestEvent> {
  return { state: request, events: [eventOf('pos.plan_request.received', request)] };
}

/** Closes a request. @throws Refusal `plan_request_closed`. */
export function close(request: PlanRequest, answer: string | null, at: Date): Decision<PlanRequest, PlanRequestEvent> {
  if (request.status === 'closed')
    throw new Refusal<LicensingRefusal>('plan_request_closed', { requestId: request.id });
  const state = { ...request, status: 'closed', closedAt: at, answer, version: request.version + 1 } as const;
  return { state, events: [eventOf('pos.plan_request.closed', state)] };
}

function eventOf(type: PlanRequestEvent['type'], request: PlanRequest): PlanRequestEvent {
  const { id, businessId, businessSlug: business, plan, note, status, answer, version } = request;
  return {
    ...{ type, aggregate: 'plan_requests', aggregateId: id, sequence: version, outletId: null },
    data: { request: { id, businessId, business, plan, note, status, answer, version } },
  };
}
