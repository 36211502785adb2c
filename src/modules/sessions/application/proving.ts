import type { Principal, RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { SessionRefusal } from '../domain/session-refusal.js';

/** The context of what is counted or begun whatever becomes of the request: nothing of it is kept under the request's key. */
export function withoutKey(context: RequestContext): RequestContext {
  const { idempotency: _, ...plain } = context;
  return plain;
}

/** The same on behalf of somebody who has just shown who they are. */
export function asPerson(context: RequestContext, actorId: string): RequestContext {
  const { principal } = context;
  return { ...context, principal: { ...principal, kind: 'user', id: actorId } };
}

/** The device that the caller is, or works at. @throws Refusal `device_required`. */
export function deviceOf({ deviceId }: Principal): string {
  if (deviceId === undefined) throw new Refusal<SessionRefusal>('device_required');
  return deviceId;
}
