import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import type { Tx } from '../../kernel/transaction.js';
import { LocalKeyManagement } from '../../platform/crypto/key-management.js';
import { SealedSecrets } from '../../platform/crypto/sealed-secrets.js';
import { EPHEMERAL } from '../../platform/ephemeral/tokens.js';
import { PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { CHORE, WORKER_POOL } from '../../platform/postgres/tokens.js';
import { SafeHttp } from '../../platform/safe-http/safe-http.js';
import { UrlRules, urlRuleSettings } from '../../platform/safe-http/url-rules.js';
import { LOGGER, METRICS } from '../../platform/telemetry/tokens.js';
import { WebhookMetrics } from '../../platform/telemetry/webhook-metrics.js';
import { BACKGROUND_WORK, EVENT_SINK, HEALTH_PART, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { MarkedTestPayload } from './adapters/cloudevents/marked-test-payload.js';
import { SealedSigningSecrets } from './adapters/crypto/sealed-signing-secrets.js';
import { WebhookDeliveriesController } from './adapters/http/webhook-deliveries.controller.js';
import { WebhookEndpointsController } from './adapters/http/webhook-endpoints.controller.js';
import { webhookProblems } from './adapters/http/webhook-problems.js';
import { EndpointMeter } from './adapters/licensing/endpoint-meter.js';
import { PostgresDeliveryQueue } from './adapters/postgres/delivery-queue.js';
import { PostgresDeliveryRepository } from './adapters/postgres/delivery-repository.js';
import { PostgresDeliveryViews } from './adapters/postgres/delivery-views.js';
import { PostgresEndpointRepository } from './adapters/postgres/endpoint-repository.js';
import { PostgresEndpointViews } from './adapters/postgres/endpoint-views.js';
import { readQueueFigures } from './adapters/postgres/queue-figures.js';
import { PostgresSealedSecretStore } from './adapters/postgres/sealed-secret-store.js';
import { WebhookFanOut } from './adapters/postgres/webhook-fan-out.js';
import { removeOldDeliveries } from './adapters/postgres/webhook-retention.js';
import type { WorkerConnections } from './adapters/postgres/worker-connections.js';
import { SafeUrlCheck, SafeWebhookCaller } from './adapters/safe-http/safe-webhook-caller.js';
import { DeliveryTelemetry } from './adapters/telemetry/delivery-telemetry.js';
import { ChangeEndpoint } from './application/change-endpoint.js';
import { CreateEndpoint } from './application/create-endpoint.js';
import { DeleteEndpoint } from './application/delete-endpoint.js';
import { DeliverWebhook, type DeliveryClock } from './application/deliver-webhook.js';
import { DeliveryWorker } from './application/delivery-worker.js';
import { ReplayDelivery } from './application/replay-delivery.js';
import { RewrapSecrets } from './application/rewrap-secrets.js';
import { RotateSecret } from './application/rotate-secret.js';
import { SendTest } from './application/send-test.js';
import { SwitchEndpoint } from './application/switch-endpoint.js';
import type { WakeUp } from './ports/wake-up.js';

type Bind = ContainerModuleLoadOptions['bind'];

const IDLE_MS = 500;
/** Of the time that a process may take to stop; the rest is for giving back. */
const STOP_SHARE = 0.5;
/** Heard by the workers of all instances. */
const CHANNEL = 'webhooks';
const WAKE_UP: ServiceIdentifier<WakeUp> = Symbol.for('pos:webhooks-wake-up');

const clock: DeliveryClock = {
  now: () => new Date(),
  chance: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The wiring of webhooks. */
export const webhooks = new ContainerModule(({ bind }) => {
  bindTechnology(bind);
  bindCommands(bind);
  bindRoutes(bind);
  bindQueueing(bind);
  bindSending(bind);
});

function bindTechnology(bind: Bind): void {
  bind(SealedSigningSecrets)
    .toResolvedValue((settings) => new SealedSigningSecrets(sealedSecretsOf(settings)), [SETTINGS])
    .inSingletonScope();
  bind(UrlRules)
    .toResolvedValue(
      ({ webhookPorts, webhookAllow }) => new UrlRules(urlRuleSettings(webhookPorts, webhookAllow)),
      [SETTINGS],
    )
    .inSingletonScope();
  bind(WAKE_UP).toResolvedValue(({ signals }) => ({ now: () => signals.send(CHANNEL, '') }), [EPHEMERAL]);
  // Asks for the secrets themselves, so that a key which is none stops the start.
  bind(HEALTH_PART).toResolvedValue(
    ({ configured }) => ({ name: 'secrets', state: () => Promise.resolve(configured ? 'up' : 'not configured') }),
    [SealedSigningSecrets],
  );
}

function bindCommands(bind: Bind): void {
  const [endpoints, deliveries] = [new PostgresEndpointRepository(), new PostgresDeliveryRepository()];
  bind(PostgresEndpointViews).toResolvedValue((t) => new PostgresEndpointViews(t), [TRANSACTOR]);
  bind(PostgresDeliveryViews).toResolvedValue((t) => new PostgresDeliveryViews(t), [TRANSACTOR]);
  bind(UsageMeter).toConstantValue(new EndpointMeter());
  bind(CreateEndpoint).toResolvedValue(
    (t, outbox, ids, secrets, rules, licensing) => {
      const allowance = { reserve: (tx: Tx) => licensing.reserve(tx, 'integrations') };
      return new CreateEndpoint(t, endpoints, outbox, ids, secrets, new SafeUrlCheck(rules), allowance);
    },
    [TRANSACTOR, OUTBOX, IDS, SealedSigningSecrets, UrlRules, LicensingFacade],
  );
  bind(ChangeEndpoint).toResolvedValue(
    (t, outbox, rules) => new ChangeEndpoint(t, endpoints, outbox, new SafeUrlCheck(rules)),
    [TRANSACTOR, OUTBOX, UrlRules],
  );
  bind(RotateSecret).toResolvedValue(
    (t, views, outbox, secrets) => new RotateSecret(t, endpoints, views, outbox, secrets),
    [TRANSACTOR, PostgresEndpointViews, OUTBOX, SealedSigningSecrets],
  );
  bind(SwitchEndpoint).toResolvedValue(
    (t, outbox, wakeUp) => new SwitchEndpoint(t, endpoints, deliveries, outbox, wakeUp),
    [TRANSACTOR, OUTBOX, WAKE_UP],
  );
  bind(DeleteEndpoint).toResolvedValue(
    (t, outbox) => new DeleteEndpoint(t, endpoints, deliveries, outbox),
    [TRANSACTOR, OUTBOX],
  );
  bind(SendTest).toResolvedValue(
    (t, ids, wakeUp) => new SendTest(t, endpoints, deliveries, ids, new MarkedTestPayload(), wakeUp),
    [TRANSACTOR, IDS, WAKE_UP],
  );
  bind(ReplayDelivery).toResolvedValue(
    (t, wakeUp) => new ReplayDelivery(t, endpoints, deliveries, wakeUp),
    [TRANSACTOR, WAKE_UP],
  );
}

function bindRoutes(bind: Bind): void {
  bind(WebhookEndpointsController).toResolvedValue(
    (create, change, rotate, switching, remove, views) =>
      new WebhookEndpointsController({ create, change, rotate, switching, remove }, views),
    [CreateEndpoint, ChangeEndpoint, RotateSecret, SwitchEndpoint, DeleteEndpoint, PostgresEndpointViews],
  );
  bind(WebhookDeliveriesController).toResolvedValue(
    (test, replay, views) => new WebhookDeliveriesController(test, replay, views),
    [SendTest, ReplayDelivery, PostgresDeliveryViews],
  );
  bind(PROBLEMS).toConstantValue(webhookProblems);
}

function bindQueueing(bind: Bind): void {
  bind(DeliveryTelemetry)
    .toResolvedValue(
      (metrics, logger, pool) => {
        const telemetry = new DeliveryTelemetry(new WebhookMetrics(metrics.registry), logger);
        telemetry.watch(() => readQueueFigures(pool));
        return telemetry;
      },
      [METRICS, LOGGER, WORKER_POOL],
    )
    .inSingletonScope();
  bind(EVENT_SINK).toResolvedValue(
    (pool, ids, wakeUp) => new WebhookFanOut(pool as WorkerConnections, ids, wakeUp),
    [WORKER_POOL, IDS, WAKE_UP],
  );
  bind(CHORE).toConstantValue({
    name: 'webhook deliveries',
    run: (pool) => removeOldDeliveries(pool),
  });
  bind(CHORE).toResolvedValue(
    (secrets) => ({
      name: 'secrets under a former key',
      run: (pool) => new RewrapSecrets(new PostgresSealedSecretStore(pool), secrets).execute(),
    }),
    [SealedSigningSecrets],
  );
}

function bindSending(bind: Bind): void {
  bind(DeliverWebhook).toResolvedValue(
    (pool, secrets, rules, endpoints, ids, telemetry) => {
      const caller = new SafeWebhookCaller(new SafeHttp(rules));
      return new DeliverWebhook(new PostgresDeliveryQueue(pool), secrets, caller, endpoints, ids, telemetry, clock);
    },
    [WORKER_POOL, SealedSigningSecrets, UrlRules, SwitchEndpoint, IDS, DeliveryTelemetry],
  );
  bind(BACKGROUND_WORK).toResolvedValue(
    (pool, deliver, telemetry, settings, { signals }) => {
      const queue = new PostgresDeliveryQueue(pool);
      const worker = new DeliveryWorker(queue, deliver, telemetry, {
        concurrency: settings.webhookConcurrency,
        slots: settings.webhookSlots,
        idleMs: IDLE_MS,
        stopMs: settings.shutdownTimeoutMs * STOP_SHARE,
      });
      const deaf = signals.listen(CHANNEL, () => worker.wake());
      return {
        name: worker.name,
        start: () => worker.start(),
        stop: () => {
          deaf();
          return worker.stop();
        },
      };
    },
    [WORKER_POOL, DeliverWebhook, DeliveryTelemetry, SETTINGS, EPHEMERAL],
  );
}

function sealedSecretsOf({ secretsKey }: Settings): SealedSecrets | undefined {
  return secretsKey === undefined ? undefined : new SealedSecrets(new LocalKeyManagement(secretsKey));
}
