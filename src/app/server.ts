import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import express, { type Express, type RequestHandler } from 'express';
import type { Container } from 'inversify';
import { Authenticate } from '../modules/access/index.js';
import { HubHealth } from '../modules/hub/index.js';
import { EPHEMERAL } from '../platform/ephemeral/tokens.js';
import { DPOP_PROOFS } from '../platform/dpop/tokens.js';
import { answerBrokenRequests } from '../platform/http/broken-requests.js';
import { readContract, expressPath, type Contract } from '../platform/http/contract.js';
import { eventSchemaRoutes } from '../platform/http/event-schemas.js';
import { healthRoutes } from '../platform/http/health.js';
import { installJsonResponse } from '../platform/http/json-response.js';
import type { PosRequest } from '../platform/http/pos-request.js';
import { problemMiddleware, unknownRoute } from '../platform/http/problem-middleware.js';
import { RateLimit } from '../platform/http/rate-limit.js';
import type { RawRoute } from '../platform/http/raw-route.js';
import { referenceRoutes } from '../platform/http/reference.js';
import { RequestLifecycle, type RequestReport } from '../platform/http/request-lifecycle.js';
import { tillRoutes } from '../platform/http/till-pages.js';
import { assertParameters } from '../platform/http/strict-parameters.js';
import { CLOSING, RAW_ROUTE, REFUSAL_WITNESS, SIGNED_ROUTE } from '../platform/http/tokens.js';
import { createLogger, type Logger } from '../platform/telemetry/logger.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import { CLOCK, HEALTH_PART, IDS, type HealthPart } from '../platform/tokens.js';
import { admit, admitSigned, type Gate } from './authentication.js';
import type { Config } from './config.js';
import { compose, type Composition } from './container.js';
import { RegisterRoutes } from './generated/routes.js';
import type { TlsFiles } from './tls-files.js';

export interface AppOptions {
  readonly config: Config;
  readonly logger?: Logger;
  /** The server's time; tests move it. */
  readonly now?: () => number;
}

/** The API, ready to listen. */
export interface App {
  readonly app: Express;
  readonly container: Container;
  readonly metrics: Metrics;
  readonly lifecycle: RequestLifecycle;
  /** Does what modules want done at the end, then closes the pools. */
  close(): Promise<void>;
}

const OPENAPI = new URL('../../openapi/pos.json', import.meta.url);

/** Makes the API from its configuration. @throws Error when the contract has not been generated or lacks a raw route. */
export async function createApp({ config, logger = createLogger(config.logLevel), now }: AppOptions): Promise<App> {
  const composition = compose(config, logger, now);
  const { container, metrics, pool, problems } = composition;
  const contract = readContract(OPENAPI);
  const ids = container.get(IDS);
  const report = (over: RequestReport): void => reportRequest(over, metrics, logger);
  const lifecycle = new RequestLifecycle({ ids, problems, inFlightMax: config.inFlightMax, report });
  metrics.gauge('pos_http_requests_in_flight', 'Requests in progress', () => lifecycle.inFlight);
  metrics.gauge(
    'pos_http_requests_refused',
    'Requests refused because too many were in progress, since the start',
    () => lifecycle.refused,
  );
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  installJsonResponse(app);
  app.locals['container'] = container;
  app.locals['gate'] = gateOf(composition, contract, config);
  app.use(lifecycle.middleware);
  // Routes are tried in order: those of the product come first.
  RegisterRoutes(app);
  registerRawRoutes(app, container, contract);
  app.use(
    healthRoutes({
      isStopping: () => lifecycle.stopping,
      pool,
      parts: [...(container.isBound(HEALTH_PART) ? container.getAll(HEALTH_PART) : []), ...hubParts(container, config)],
      release: config.release,
      metrics: config.metricsPort === 0 ? metrics.registry : undefined,
    }),
  );
  app.use(referenceRoutes(contract, problems, config.publicUrl));
  app.use(eventSchemaRoutes());
  app.use(tillRoutes());
  app.use(unknownRoute(contract));
  const witness = container.isBound(REFUSAL_WITNESS) ? container.get(REFUSAL_WITNESS) : undefined;
  app.use(problemMiddleware(contract, (error, request) => logDefect(error, request, metrics, logger), witness));
  return { app, container, metrics, lifecycle, close: () => composition.close() };
}

const LIMITS = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  requireHostHeader: false, // refused by the lifecycle, as a problem
} as const;

/** A server with limits on how long a caller may take. @param tls of one that serves https. */
export function createServer(app: Express, tls?: TlsFiles): Server {
  const server = tls === undefined ? createHttpServer(LIMITS, app) : createTlsServer(app, tls);
  answerBrokenRequests(server);
  return server;
}

/** Only a hub has an uplink to tell of. */
function hubParts(container: Container, { hubUplink }: Config): HealthPart[] {
  return hubUplink === undefined ? [] : [container.get(HubHealth)];
}

/** Files that are renewed take effect without a restart. */
function createTlsServer(app: Express, tls: TlsFiles): Server {
  const server = createHttpsServer({ ...LIMITS, ...tls.read() }, app);
  const forget = tls.watch((files) => server.setSecureContext(files));
  server.on('close', forget);
  return server;
}

function gateOf({ container }: Composition, contract: Contract, config: Config): Gate {
  const rateLimit = new RateLimit(container.get(EPHEMERAL).counters, { now: container.get(CLOCK) });
  container.bind(CLOSING).toConstantValue({ close: async () => rateLimit.close() });
  return {
    authenticate: container.get(Authenticate),
    contract,
    config,
    bodyLimits: { bytes: config.bodyLimitBytes, timeoutMs: config.bodyTimeoutMs },
    rateLimit,
    proofs: container.get(DPOP_PROOFS),
    now: container.get(CLOCK),
    tenants: new Map(),
  };
}

function registerRawRoutes(app: Express, container: Container, contract: Contract): void {
  for (const route of container.isBound(RAW_ROUTE) ? container.getAll(RAW_ROUTE) : []) {
    registerRoute(app, contract, route, (request) => admit(request, [route.permission]));
  }
  for (const route of container.isBound(SIGNED_ROUTE) ? container.getAll(SIGNED_ROUTE) : []) {
    registerRoute(app, contract, route, (request) => admitSigned(request, route));
  }
}

function registerRoute(
  app: Express,
  contract: Contract,
  route: Pick<RawRoute, 'method' | 'path' | 'handler'>,
  enter: (request: PosRequest) => Promise<void>,
): void {
  const { method, path } = route;
  const operation = contract.operation(method.toUpperCase(), expressPath(path));
  if (operation === undefined)
    throw new Error(`${method} ${path} is not in the contract: document it in tsoa.json, spec.spec`);
  const admitted: RequestHandler = async (request, response) => {
    await enter(request as PosRequest);
    assertParameters(request, operation);
    await route.handler(request as PosRequest, response);
  };
  app[method](expressPath(path), admitted);
}

function reportRequest(
  { request, method, route, status, ms, aborted }: RequestReport,
  metrics: Metrics,
  logger: Logger,
): void {
  metrics.request(method, route, status, ms);
  if (!logger.isLevelEnabled('info') || route === '/healthz' || route === '/readyz' || route === '/metrics') return;
  const { requestId, traceId, tenant, code } = request.edge;
  logger.info(
    {
      requestId,
      traceId,
      tenant,
      method,
      route,
      status,
      code,
      ms: Math.round(ms * 100) / 100,
      ...(aborted ? { aborted } : {}),
    },
    'request',
  );
}

function logDefect(err: unknown, { edge, method }: PosRequest, metrics: Metrics, logger: Logger): void {
  metrics.defect();
  const { requestId, traceId, tenant } = edge;
  logger.error({ err, requestId, traceId, tenant, method, code: 'internal_error' }, 'a defect');
}
