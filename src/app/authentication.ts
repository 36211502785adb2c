import { hash } from 'node:crypto';
import type { Request } from 'express';
import { UNLIMITED, type LicenceStanding, type Principal } from '../kernel/context.js';
import { Refusal } from '../kernel/refusal.js';
import { readJsonBody, type BodyLimits } from '../platform/http/body.js';
import type { Contract } from '../platform/http/contract.js';
import type { RequestRefusal } from '../platform/http/edge-problems.js';
import type { PosRequest } from '../platform/http/pos-request.js';
import { routeOf } from '../platform/http/problem-middleware.js';
import type { SignedCaller, SignedRoute } from '../platform/http/raw-route.js';
import type { RateLimit } from '../platform/http/rate-limit.js';
import { takeFromAllowance, type Allowance } from '../platform/http/rate-limit-fields.js';
import { assertParameters } from '../platform/http/strict-parameters.js';
import { isSameHash } from '../platform/signatures/keyed-hash.js';
import type { DpopProofs } from '../platform/dpop/dpop-proofs.js';
import { tokenOf, type Authenticate, type ProofKey } from '../modules/access/index.js';
import { isTakenAtHub, type HubRefusal } from '../modules/hub/index.js';
import { assertInPlan } from '../modules/licensing/index.js';
import type { Config } from './config.js';

/** The vendor's own tenant (migration 0036). */
const PLATFORM_SLUG = 'platform';
const STRANGER: Principal = { kind: 'stranger', id: 'sign-in', permissions: new Set(), test: false };

/** What admitting a request takes. One per app, in its locals, because the generated routes know no container. */
export interface Gate {
  readonly authenticate: Authenticate;
  readonly contract: Contract;
  readonly config: Config;
  readonly bodyLimits: BodyLimits;
  readonly rateLimit: RateLimit;
  readonly proofs: DpopProofs;
  /** The server's time, in ms since the epoch. */
  readonly now: () => number;
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
  scheme: string,
  permissions: string[] = [],
): Promise<void> {
  const posRequest = request as PosRequest;
  await (scheme === 'open' ? admitStranger(posRequest) : admit(posRequest, permissions));
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
  const { authorization } = request.headers;
  const caller = await gate.authenticate.execute(authorization, tenantSlugOf(request));
  if (caller.proof !== null) await assertProved(gate, request, caller.proof);
  enter(gate, request, caller, permissions);
}

/**
 * Lets somebody in who has no token yet and came to get one, to routes that declare the scheme `open`. A business that does
 * not exist looks like wrong credentials. @throws Refusal `credentials_refused`, `too_many_requests`.
 */
async function admitStranger(request: PosRequest): Promise<void> {
  const gate = gateOf(request);
  const tenant = await gate.authenticate.openTenant(tenantSlugOf(request));
  if (tenant === undefined) throw new Refusal<RequestRefusal>('credentials_refused');
  enter(gate, request, { tenant, principal: STRANGER }, []);
}

/** Whoever copied a token lacks the key of the device that it is bound to (GUARANTEES G10). */
async function assertProved(gate: Gate, request: PosRequest, proof: ProofKey): Promise<void> {
  const { headers, method, originalUrl } = request;
  if (proof.by === 'secret') {
    const secret = headers['pos-device-secret'];
    if (secret === undefined) throw new Refusal<RequestRefusal>('proof_required');
    if (!isSameHash(hash('sha256', String(secret), 'hex'), proof.hash))
      throw new Refusal<RequestRefusal>('proof_refused', { why: 'wrong_secret' });
    return;
  }
  const shown = headers['dpop'];
  const proved = {
    method,
    path: originalUrl.split('?', 1)[0] as string,
    host: headers.host ?? '',
    token: tokenOf(headers.authorization) ?? '',
    proof: typeof shown === 'string' ? shown : undefined,
  };
  await gate.proofs.check(proved, proof.thumbprint);
}

/** Routes of the platform itself are those of the vendor's own tenant. */
function tenantSlugOf(request: PosRequest): string {
  const { tenant } = request.params as { tenant?: string };
  return tenant ?? PLATFORM_SLUG;
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
  const limits = gate.config.forTenant(tenant.settings);
  const licence = 'licence' in tenant ? (tenant.licence as LicenceStanding) : UNLIMITED;
  const rateLimitPerMinute = licence.rateLimitPerMinute ?? limits.rateLimitPerMinute;
  takeFromAllowance(
    gate.rateLimit,
    request.res,
    ...allowancesOf(tenant.id, principal, { ...limits, rateLimitPerMinute }),
  );
  // From here on the caller is known: what they are refused can be told of.
  request.context = {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    principal,
    requestId: edge.requestId,
    ...(edge.traceParent === undefined ? {} : { traceParent: edge.traceParent }),
    at: new Date(gate.now()),
    licence,
  };
  if (gate.config.hubUplink !== undefined && !isTakenAtHub(request.method, routeOf(request)))
    throw new Refusal<HubRefusal>('hub_takes_queues_only');
  const missing = permissions.find((permission) => !principal.permissions.has(permission));
  if (missing !== undefined) throw new Refusal<RequestRefusal>('permission_missing', { permission: missing });
  const operation = `${request.method} ${routeOf(request)}`;
  for (const permission of permissions) assertInPlan(licence, permission, operation);
  takeShare(gate, request, principal === STRANGER ? openShareOf(tenant.id) : tenant.id, limits.tenantInFlightMax);
}

interface RateLimits {
  readonly rateLimitPerMinute: number;
  readonly callerRateLimitPerMinute: number;
  readonly openRateLimitPerMinute: number;
}

/**
 * A device has its own share, and so has a key: one that runs wild slows neither the others nor the business. Strangers have one
 * beside that of the business: whoever knows its name could keep its tills from selling otherwise.
 */
function allowancesOf(tenantId: string, principal: Principal, limits: RateLimits): Allowance[] {
  if (principal === STRANGER)
    return [{ name: 'sign-in', id: openShareOf(tenantId), limitPerMinute: limits.openRateLimitPerMinute }];
  const { kind, id, deviceId } = principal;
  const limitPerMinute = limits.callerRateLimitPerMinute;
  const own: Allowance[] = [];
  if (deviceId !== undefined) own.push({ name: 'device', id: `${tenantId}:device:${deviceId}`, limitPerMinute });
  else if (kind === 'api-key') own.push({ name: 'key', id: `${tenantId}:key:${id}`, limitPerMinute });
  return [...own, { name: 'tenant', id: tenantId, limitPerMinute: limits.rateLimitPerMinute }];
}

function openShareOf(tenantId: string): string {
  return `open:${tenantId}`;
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
