import { ContainerModule, type ContainerModuleLoadOptions, type ServiceIdentifier } from 'inversify';
import { AirtelClient } from '../../clients/airtel-money/airtel-client.js';
import { MpesaClient } from '../../clients/mpesa/mpesa-client.js';
import { OrangeClient } from '../../clients/orange-money/orange-client.js';
import { LocalKeyManagement } from '../../platform/crypto/key-management.js';
import { SealedSecrets } from '../../platform/crypto/sealed-secrets.js';
import { PROBLEMS, SETTINGS, SIGNED_ROUTE, type Settings } from '../../platform/http/tokens.js';
import { TENANT_LOOKUP } from '../../platform/inbox/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { SAFE_HTTP_DEFAULTS, SafeHttp } from '../../platform/safe-http/safe-http.js';
import { UrlRules, urlRuleSettings } from '../../platform/safe-http/url-rules.js';
import { DirectCalls } from '../../platform/sibling-http/guarded-calls.js';
import { TokenCalls } from '../../platform/sibling-http/token-calls.js';
import { OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { HearOfPayment } from '../tendering/index.js';
import { AirtelDoor } from './adapters/airtel-money/airtel-door.js';
import { SealedConnectionSecrets } from './adapters/crypto/sealed-connection-secrets.js';
import { connectionProblems } from './adapters/http/connection-problems.js';
import { PaymentConnectionsController } from './adapters/http/payment-connections.controller.js';
import { ProviderCallbackRoute, type CallbackRouteParts } from './adapters/http/provider-callback-route.js';
import { ConnectionMeter } from './adapters/licensing/connection-meter.js';
import { MpesaDoor } from './adapters/mpesa/mpesa-door.js';
import { OrangeDoor } from './adapters/orange-money/orange-door.js';
import { CALLBACK_RETENTION } from './adapters/postgres/callback-retention.js';
import { PostgresConnectionRepository } from './adapters/postgres/connection-repository.js';
import { PostgresConnectionViews } from './adapters/postgres/connection-views.js';
import { PostgresRequestRepository } from './adapters/postgres/request-repository.js';
import { PostgresSealedFieldStore } from './adapters/postgres/sealed-field-store.js';
import { SafeUrlCheck } from './adapters/safe-http/safe-url-check.js';
import { TenderingEars } from './adapters/tendering/tendering-ears.js';
import { HearCallback } from './application/hear-callback.js';
import { KeptConnections } from './application/kept-connections.js';
import { PaymentConnectionsFacade } from './application/payment-connections-facade.js';
import { PutConnection } from './application/put-connection.js';
import { RewrapConnectionSecrets } from './application/rewrap-secrets.js';
import { RotateCallbackToken } from './application/rotate-callback-token.js';
import { SwitchConnection } from './application/switch-connection.js';
import { TestConnection } from './application/test-connection.js';
import type { ConnectedProvider } from './domain/provider.js';
import type { IntegrationAllowance } from './ports/integration-allowance.js';
import type { ProviderDoor } from './ports/providers.js';

type Bind = ContainerModuleLoadOptions['bind'];
type Doors = ReadonlyMap<ConnectedProvider, ProviderDoor>;

/** A test that somebody waits for ends after so long. */
const TEST_MS = 10_000;
const CALLBACK_PATH = '/v1/{tenant}/integrations/payments/{provider}/{callbackToken}';
const DOORS: ServiceIdentifier<Doors> = Symbol.for('pos:payment-provider-doors');
const CALLBACK_PARTS: ServiceIdentifier<CallbackRouteParts> = Symbol.for('pos:payment-callback-parts');
const ALLOWANCE: ServiceIdentifier<IntegrationAllowance> = Symbol.for('pos:payment-connection-allowance');
const connections = new PostgresConnectionRepository();
const requests = new PostgresRequestRepository();

/** The wiring of payment connections. */
export const paymentConnections = new ContainerModule(({ bind }) => {
  bindTechnology(bind);
  bindCommands(bind);
  bindCallbacks(bind);
  bind(PaymentConnectionsFacade)
    .toResolvedValue(
      (transactor, secrets) => new KeptConnections(transactor, connections, requests, secrets, () => new Date()),
      [TRANSACTOR, SealedConnectionSecrets],
    )
    .inSingletonScope();
  bind(PaymentConnectionsController).toResolvedValue(
    (put, switching, rotate, test, views) => new PaymentConnectionsController({ put, switching, rotate, test }, views),
    [PutConnection, SwitchConnection, RotateCallbackToken, TestConnection, PostgresConnectionViews],
  );
  bind(PROBLEMS).toConstantValue(connectionProblems);
});

function bindTechnology(bind: Bind): void {
  bind(SealedConnectionSecrets)
    .toResolvedValue((settings) => new SealedConnectionSecrets(sealedSecretsOf(settings)), [SETTINGS])
    .inSingletonScope();
  bind(PostgresConnectionViews).toResolvedValue((t) => new PostgresConnectionViews(t), [TRANSACTOR]);
  bind(DOORS)
    .toResolvedValue((settings) => doorsOver(rulesOf(settings)), [SETTINGS])
    .inSingletonScope();
  for (const chore of CALLBACK_RETENTION) bind(CHORE).toConstantValue(chore);
  bind(CHORE).toResolvedValue(
    (secrets) => ({
      name: 'payment secrets under a former key',
      run: (pool) => new RewrapConnectionSecrets(new PostgresSealedFieldStore(pool), secrets).execute(),
    }),
    [SealedConnectionSecrets],
  );
}

function bindCommands(bind: Bind): void {
  bind(UsageMeter).toConstantValue(new ConnectionMeter());
  bind(ALLOWANCE).toResolvedValue(
    (licensing) => ({ reserve: (tx) => licensing.reserve(tx, 'integrations') }),
    [LicensingFacade],
  );
  bind(PutConnection).toResolvedValue(
    (t, views, outbox, secrets, settings, allowance) =>
      new PutConnection(t, connections, views, outbox, secrets, new SafeUrlCheck(rulesOf(settings)), allowance),
    [TRANSACTOR, PostgresConnectionViews, OUTBOX, SealedConnectionSecrets, SETTINGS, ALLOWANCE],
  );
  bind(SwitchConnection).toResolvedValue(
    (t, outbox, allowance) => new SwitchConnection(t, connections, outbox, allowance),
    [TRANSACTOR, OUTBOX, ALLOWANCE],
  );
  bind(RotateCallbackToken).toResolvedValue(
    (t, views, outbox, secrets) => new RotateCallbackToken(t, connections, views, outbox, secrets),
    [TRANSACTOR, PostgresConnectionViews, OUTBOX, SealedConnectionSecrets],
  );
  bind(TestConnection).toResolvedValue(
    (t, views, secrets, doors) => new TestConnection(t, connections, views, secrets, doors),
    [TRANSACTOR, PostgresConnectionViews, SealedConnectionSecrets, DOORS],
  );
}

function bindCallbacks(bind: Bind): void {
  bind(CALLBACK_PARTS).toResolvedValue(
    (transactor, tenants, secrets, doors, hearing) => {
      const ears = new TenderingEars(hearing);
      const hear = new HearCallback(transactor, requests, secrets, doors, ears);
      return { transactor, tenants, connections, secrets, hear };
    },
    [TRANSACTOR, TENANT_LOOKUP, SealedConnectionSecrets, DOORS, HearOfPayment],
  );
  for (const path of [CALLBACK_PATH, `${CALLBACK_PATH}/{requestId}`])
    bind(SIGNED_ROUTE).toResolvedValue((parts) => new ProviderCallbackRoute(path, parts), [CALLBACK_PARTS]);
}

function doorsOver(rules: UrlRules): Doors {
  const calls = new TokenCalls(new DirectCalls(new SafeHttp(rules, { ...SAFE_HTTP_DEFAULTS, timeoutMs: TEST_MS })));
  const doors: readonly ProviderDoor[] = [
    new MpesaDoor(new MpesaClient(calls, () => new Date())),
    new AirtelDoor(new AirtelClient(calls)),
    new OrangeDoor(new OrangeClient(calls)),
  ];
  return new Map(doors.map((door) => [door.provider, door]));
}

function rulesOf({ webhookPorts, webhookAllow }: Settings): UrlRules {
  return new UrlRules(urlRuleSettings(webhookPorts, webhookAllow));
}

function sealedSecretsOf({ secretsKey }: Settings): SealedSecrets | undefined {
  return secretsKey === undefined ? undefined : new SealedSecrets(new LocalKeyManagement(secretsKey));
}
