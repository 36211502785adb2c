import type { Request } from 'express';
import { Refusal } from '../kernel/refusal.js';
import { readJsonBody, type BodyLimits } from '../platform/http/body.js';
import type { Contract } from '../platform/http/contract.js';
import type { RequestRefusal } from '../platform/http/edge-problems.js';
import type { PosRequest } from '../platform/http/pos-request.js';
import { routeOf } from '../platform/http/problem-middleware.js';
import type { SignedCaller, SignedRoute } from '../platform/http/raw-route.js';
import type { RateLimit } from '../platform/http/rate-limit.js';
import { takeFromAllowance } from '../platform/http/rate-limit-fields.js';
import { assertParameters } from '../platform/http/strict-parameters.js';
import type { Authenticate } from '../modules/access/index.js';
import type { Config } from './config.js';

/** What admitting a request takes. One per app, in its locals, because the generated routes know no container. */
export interface Gate {
  readonly authenticate: Authenticate;
  readonly contract: Contract;
  readonly config: Config;
  readonly bodyLimits: BodyLimits;
  readonly rateLimit: RateLimit;
  /** Requests in progress by tenant. */
  readonly tenants: Map<string, number>;
}

/**
 * Called by the generated routes before everything else: who asks, for which tenant, may they, and only then what they
 * ask. Strangers learn nothing about the contract and make the service read nothing.
 * @throws Refusal of authentication, permission, parameters or body.
 */
export async function expressAuthentication(
  request: Request,
  _scheme: string,
  permissions: string[] = [],
): Promise<void> {
  const posRequest = request as PosRequest;
  await admit(posRequest, permissions);
  const { contract, bodyLimits } = gateOf(request);
  if (posRequest.method === 'POST' || posRequest.method === 'PUT' || posRequest.method === 'PATCH') {
    request.body = await readJsonBody(request, bodyLimits);
  }
  const operation = contract.operation(request.method === 'HEAD' ? 'GET' : request.method, routeOf(request));
  if (operation !== undefined) assertParameters(request, operation);
}

/** Finds out who asks and whether they may, and makes the request's context. The body stays unread. */
export async function admit(request: PosRequest, permissions: readonly string[]): Promise<void> {
  const gate = gateOf(request);
  const { tenant: slug } = request.params as { tenant?: string };
  enter(gate, request, await gate.authenticate.execute(request.headers.authorization, slug ?? ''), permissions);
}

/** The same for a route whose callers sign what they send: who they are is all they need. The body has been read. */
export async function admitSigned(request: PosRequest, route: SignedRoute): Promise<void> {
  enter(gateOf(request), request, await route.authenticate(request), []);
}

function enter(gate: Gate, request: PosRequest, caller: SignedCaller, permissions: readonly string[]): void {
  const { tenant, principal } = caller;
  const { edge } = request;
  edge.tenant = tenant.slug;
  edge.tenantSettings = tenant.settings;
  const { rateLimitPerMinute, tenantInFlightMax } = gate.config.forTenant(tenant.settings);
  takeFromAllowance(gate.rateLimit, request.res, tenant.id, rateLimitPerMinute);
  // From here on the caller is known: what they are refused can be told of.
  request.context = {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    principal,
    requestId: edge.requestId,
    ...(edge.traceParent === undefined ? {} : { traceParent: edge.traceParent }),
    at: new Date(),
  };
  const missing = permissions.find((permission) => !principal.permissions.has(permission));
  if (missing !== undefined) throw new Refusal<RequestRefusal>('permission_missing', { permission: missing });
  takeShare(gate, request, tenant.id, tenantInFlightMax);
}

/** One tenant cannot take all the room: the others stay fast (GUARANTEES G13). */
function takeShare({ tenants }: Gate, { edge }: PosRequest, tenantId: string, inFlightMax: number): void {
  if (edge.release !== undefined) return;
  const running = tenants.get(tenantId) ?? 0;
  if (running >= inFlightMax) throw new Refusal<RequestRefusal>('too_many_requests');
  tenants.set(tenantId, running + 1);
  edge.release = () => {
    const left = (tenants.get(tenantId) ?? 1) - 1;
    if (left > 0) tenants.set(tenantId, left);
    else tenants.delete(tenantId);
  };
}

function gateOf(request: Request): Gate {
  return request.app.locals['gate'] as Gate;
}
