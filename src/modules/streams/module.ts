import { ContainerModule, type ServiceIdentifier } from 'inversify';
import type { Transactor } from '../../kernel/transaction.js';
import type { Ephemeral } from '../../platform/ephemeral/ports.js';
import { EPHEMERAL, EVENTS_CHANNEL } from '../../platform/ephemeral/tokens.js';
import { CLOSING, PROBLEMS, RAW_ROUTE, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { EventTail } from '../../platform/outbox/event-tail.js';
import { WORKER_POOL } from '../../platform/postgres/tokens.js';
import { LiveStreams } from '../../platform/sse/live-streams.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import type { Metrics } from '../../platform/telemetry/metrics.js';
import { StreamMetrics } from '../../platform/telemetry/stream-metrics.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { TRANSACTOR } from '../../platform/tokens.js';
import { Authenticate } from '../access/index.js';
import { OutletsFacade } from '../outlets/index.js';
import { AuthenticatedCallers } from './adapters/access/authenticated-callers.js';
import { streamProblems } from './adapters/http/stream-problems.js';
import { StreamPlaces } from './adapters/http/stream-places.js';
import { OUTLET_STREAM, StreamRoute, TENANT_STREAM, type StreamRouteParts } from './adapters/http/stream-route.js';
import { KnownOutlets } from './adapters/outlets/known-outlets.js';
import { TenantHistory } from './adapters/postgres/tenant-history.js';
import { RecheckCaller } from './application/recheck-caller.js';
import { Subscribe } from './application/subscribe.js';
import type { Topic } from './domain/subscription.js';

const HOUR_MS = 3_600_000;
const PARTS: ServiceIdentifier<StreamRouteParts> = Symbol.for('pos:stream-route-parts');

type Pool = ConstructorParameters<typeof EventTail>[0];

/** The wiring of streams. */
export const streams = new ContainerModule(({ bind }) => {
  bind(LiveStreams)
    .toResolvedValue(liveStreams, [WORKER_POOL, EPHEMERAL, TRANSACTOR, METRICS, SETTINGS, LOGGER])
    .inSingletonScope();
  bind(CLOSING).toService(LiveStreams);
  bind(PARTS)
    .toResolvedValue(routeParts, [
      LiveStreams,
      { isMultiple: true, serviceIdentifier: STREAM_TOPIC },
      ...([TRANSACTOR, OutletsFacade, Authenticate, SETTINGS] as const),
    ])
    .inSingletonScope();
  for (const path of [OUTLET_STREAM, TENANT_STREAM] as const) {
    bind(RAW_ROUTE).toResolvedValue((parts: StreamRouteParts) => new StreamRoute(path, parts), [PARTS]);
  }
  bind(PROBLEMS).toConstantValue(streamProblems);
});

function liveStreams(
  pool: Pool,
  { signals }: Ephemeral,
  transactor: Transactor,
  metrics: Metrics,
  settings: Settings,
  logger: Logger,
): LiveStreams {
  const observer = new StreamMetrics(metrics.registry);
  const tail: EventTail = new EventTail(pool, () => live, {
    ...{ pollMs: 150, gapMs: 20, page: 500 },
    listen: (hear) => signals.listen(EVENTS_CHANNEL, hear),
    failed: (err) => logger.warn({ err }, 'the log cannot be followed; the next try is soon'),
  });
  const live: LiveStreams = new LiveStreams(tail, new TenantHistory(transactor), observer, {
    heartbeatMs: settings.streamHeartbeatMs,
    recheckMs: settings.streamRecheckMs,
    replayMs: settings.streamReplayHours * HOUR_MS,
    bufferBytes: settings.streamBufferBytes,
    failed: (err) => logger.warn({ err }, 'a stream had to wait; it goes on when it can'),
  });
  observer.watch(() => live.size);
  return live;
}

function routeParts(
  live: LiveStreams,
  topics: Topic[],
  transactor: Transactor,
  outlets: OutletsFacade,
  authenticate: Authenticate,
  settings: Settings,
): StreamRouteParts {
  return {
    subscribe: new Subscribe(byName(topics), new KnownOutlets(transactor, outlets)),
    recheck: new RecheckCaller(new AuthenticatedCallers(authenticate)),
    streams: live,
    places: new StreamPlaces(settings.streamsMax),
    tenantMax: ({ edge }) => settings.forTenant(edge.tenantSettings ?? {}).tenantStreamsMax,
  };
}

/** In one order whatever the order of modules: messages name them. */
function byName(topics: readonly Topic[]): readonly Topic[] {
  return [...topics].sort((a, b) => (a.name < b.name ? -1 : 1));
}
