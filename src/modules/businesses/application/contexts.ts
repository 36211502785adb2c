import type { Principal, RequestContext } from '../../../kernel/context.js';
import type { BusinessName } from '../domain/business.js';
import { PLATFORM } from '../domain/platform.js';

const NOTHING: ReadonlySet<string> = new Set();
const ACTOR = /^(api-key|user|device|system):(.+)$/;

/** A context of the vendor, for work that nobody asked for by a request. */
export function platformContext(requestId: string, at: Date, principal: Principal = BACKGROUND): RequestContext {
  return { tenantId: PLATFORM.id, tenantSlug: PLATFORM.slug, principal, requestId, at };
}

/**
 * The same act within a business: whoever acts from the platform runs a transaction of its own under the business's context,
 * never one across. The idempotency key is the platform's and stays there.
 */
export function businessContext(
  { requestId, traceParent, at }: RequestContext,
  { id, slug }: BusinessName,
  principal: Principal,
): RequestContext {
  const trace = traceParent === undefined ? {} : { traceParent };
  return { tenantId: id, tenantSlug: slug, principal, requestId, at, ...trace };
}

/** Works behind the requests; may nothing by itself. */
export const BACKGROUND: Principal = { kind: 'system', id: 'businesses', permissions: NOTHING, test: false };

/** Whoever decided, as an event named them: their name goes on what is done for them later. */
export function decider(actor: string): Principal {
  const [, kind, id] = ACTOR.exec(actor) ?? [];
  if (kind === undefined || id === undefined) return BACKGROUND;
  return { kind: kind as Principal['kind'], id, permissions: NOTHING, test: false };
}
