import type { ServiceIdentifier } from 'inversify';
import type { RequestContext } from '../../kernel/context.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { ProblemTable } from './problem.js';
import type { RawRoute, SignedRoute } from './raw-route.js';

/** Bound once by each module: how its refusals look to a caller. */
export const PROBLEMS: ServiceIdentifier<ProblemTable> = Symbol.for('pos:problems');
/** Bound once for each route that is not a controller's, such as one that reads its body as a stream. */
export const RAW_ROUTE: ServiceIdentifier<RawRoute> = Symbol.for('pos:raw-route');
/** Bound once for each route that siblings call with a signature instead of a token. */
export const SIGNED_ROUTE: ServiceIdentifier<SignedRoute> = Symbol.for('pos:signed-route');

/** A request that was refused, as far as it may be kept: never its body or its query. */
export interface RefusedRequest {
  readonly method: string;
  readonly path: string;
}

/** Told of what known callers tried to change and were refused, before they hear of it (GUARANTEES I10). */
export interface RefusalWitness {
  /** Whether a refusal is one to be told of. */
  concerns(refusal: Refusal): boolean;
  /** Never rejects: the answer is the same whatever becomes of the telling. */
  refused(context: RequestContext, request: RefusedRequest, refusal: Refusal): Promise<void>;
}
export const REFUSAL_WITNESS: ServiceIdentifier<RefusalWitness> = Symbol.for('pos:refusal-witness');

/** The settings that modules may read; the composition root's configuration has them all. */
export interface Settings {
  readonly authCacheMs: number;
  readonly keyUsageMs: number;
  readonly rotationOverlapHours: number;
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string;
  readonly oidcAlgorithms: readonly string[];
  readonly oidcTokenType: readonly string[];
  readonly streamsMax: number;
  readonly syncBodyDays: number;
  readonly tenantStreamsMax: number;
  readonly streamBufferBytes: number;
  readonly streamReplayHours: number;
  readonly streamHeartbeatMs: number;
  readonly streamRecheckMs: number;
  /** Seals stored secrets; never to be shown. */
  readonly secretsKey: string | undefined;
  readonly webhookPorts: string;
  readonly webhookAllow: string | undefined;
  readonly webhookConcurrency: number;
  readonly webhookSlots: number;
  readonly shutdownTimeoutMs: number;
  readonly inventoryUrl: string | undefined;
  readonly inventoryToken: string | undefined;
  readonly catalogSyncMs: number;
  readonly loyaltyUrl: string | undefined;
  readonly loyaltyToken: string | undefined;
  readonly publicUrl: string | undefined;
  readonly authServiceUrl: string | undefined;
  readonly authServiceToken: string | undefined;
  /** Signs discovery requests; never to be shown. */
  readonly authServiceSecret: string | undefined;
  readonly subscriptionUrl: string | undefined;
  readonly subscriptionToken: string | undefined;
  readonly subscriptionSyncMs: number;
  readonly defaultPlan: string | undefined;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly deviceSecretAllowed: string;
  readonly deviceOfflineMinutes: number;
  readonly treasuryUrl: string | undefined;
  readonly treasuryToken: string | undefined;
  readonly notificationsUrl: string | undefined;
  readonly notificationsToken: string | undefined;
  readonly paymentAnswerMs: number;
  readonly paymentUnknownMs: number;
  readonly siblingTimeoutMs: number;
  /** The cloud of a shop's hub; absent, this is no hub. */
  readonly hubUplink: string | undefined;
  readonly hubTlsCert: string | undefined;
  readonly dataDir: string;
  /** As the owner of the tables: a hub copies master data with it; never to be shown. */
  readonly databaseUrl: string | undefined;
  /** With the tenant's own values. */
  forTenant(settings: Readonly<Record<string, unknown>>): Omit<Settings, 'forTenant'>;
}

export const SETTINGS: ServiceIdentifier<Settings> = Symbol.for('pos:settings');

/** As much of a pool as one question takes. */
export interface QuestionPool {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** The pool of the role that serves requests, for the one question that is asked before a tenant is known. */
export const APP_POOL: ServiceIdentifier<QuestionPool> = Symbol.for('pos:app-pool');

/** Things to do when the process stops, after the last request and before the pools close. */
export interface Closing {
  close(): Promise<void>;
}
export const CLOSING: ServiceIdentifier<Closing> = Symbol.for('pos:closing');
