import type { OutletId, TenantId } from './ids.js';
import type { Refusal } from './refusal.js';

/** Who asks. `permissions` is already resolved from roles or scopes; `*` is never in it. */
export interface Principal {
  readonly kind: 'api-key' | 'user' | 'device' | 'stranger' | 'system';
  /** Id of the key or device, subject of the token or of the person who signed in; what the audit names. */
  readonly id: string;
  readonly permissions: ReadonlySet<string>;
  /** The outlets the caller may act for; absent means all of the tenant. */
  readonly outlets?: ReadonlySet<OutletId>;
  /** True for test keys: what they do must never reach the outside world. */
  readonly test: boolean;
  /** The linked device that the caller works at. */
  readonly deviceId?: string;
  /** The session that somebody signed in to. */
  readonly sessionId?: string;
  /** The regions that an administrator of the platform acts for; absent means all. */
  readonly regions?: ReadonlySet<string>;
}

/** What a business's licence lets it do, as known when the request came in (DOMAIN.md "Licensing"). */
export interface LicenceStanding {
  /** Code of the plan; `null` where the installation sells no plans. */
  readonly plan: string | null;
  /** From then on no new orders; `null`: no end is known. */
  readonly ordersUntil: Date | null;
  /** Since when the licence is withdrawn; `null`: it is not. */
  readonly revokedAt: Date | null;
  /** What the plan includes; `null`: everything. */
  readonly features: ReadonlySet<string> | null;
  /** Requests in a minute; `null`: what the installation allows. */
  readonly rateLimitPerMinute: number | null;
}

/** Where nobody sells plans, nothing is limited. */
export const UNLIMITED: LicenceStanding = {
  plan: null,
  ordersUntil: null,
  revokedAt: null,
  features: null,
  rateLimitPerMinute: null,
};

/** What an idempotency key remembers and gives again: the answer as it went out, to the byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The caller's wish that repeating the request be harmless (GUARANTEES G1). The edge makes it, because only the edge
 * knows how a result or a refusal is rendered; the transactor stores the rendering in the transaction of the effects.
 */
export interface Idempotency {
  readonly key: string;
  /** Hash of route and canonical body: the same key with another fingerprint is refused. */
  readonly fingerprint: string;
  answered(result: unknown): StoredAnswer;
  refused(refusal: Refusal): StoredAnswer;
}

/** Everything an operation needs to know of its caller, passed explicitly and never kept in ambient state. */
export interface RequestContext {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly principal: Principal;
  readonly requestId: string;
  /** W3C trace context to hand on with events, when tracing is on. */
  readonly traceParent?: string;
  /** The server's time at which the operation began. */
  readonly at: Date;
  /** Absent where nobody came in by the door, such as work in the background: it is not limited. */
  readonly licence?: LicenceStanding;
  readonly idempotency?: Idempotency;
}

/** The key was used before: the stored answer goes out again instead of a second effect. Not an error, but a shortcut out. */
export class AnswerReplayed extends Error {
  constructor(readonly answer: StoredAnswer) {
    super('the stored answer is given again');
    this.name = 'AnswerReplayed';
  }
}

/** True when the caller may act for the outlet. Where not, the outlet is to look absent (404). */
export function mayActFor(principal: Principal, outletId: string): boolean {
  return principal.outlets === undefined || principal.outlets.has(outletId as OutletId);
}
