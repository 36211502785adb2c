import type { OutletId, TenantId } from './ids.js';
import type { Refusal } from './refusal.js';

/** Who asks. `permissions` is already resolved from roles or scopes; `*` is never in it. */
export interface Principal {
  readonly kind: 'api-key' | 'user' | 'system';
  /** Id of the key or subject of the token; what the audit names. */
  readonly id: string;
  readonly permissions: ReadonlySet<string>;
  /** The outlets the caller may act for; absent means all of the tenant. */
  readonly outlets?: ReadonlySet<OutletId>;
  /** True for test keys: what they do must never reach the outside world. */
  readonly test: boolean;
}

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
