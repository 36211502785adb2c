import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { EPHEMERAL } from '../../platform/ephemeral/tokens.js';
import { APP_POOL, CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import type { PosRequest } from '../../platform/http/pos-request.js';
import { TENANT_LOOKUP } from '../../platform/inbox/tokens.js';
import { OidcVerifier } from '../../platform/oidc/oidc-verifier.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { NodeSecrets } from './adapters/crypto/node-secrets.js';
import { hearRecalls, SignalledKeyRecall } from './adapters/ephemeral/signalled-key-recall.js';
import { accessProblems } from './adapters/http/access-problems.js';
import { ApiKeysController } from './adapters/http/api-keys.controller.js';
import { NoAccessTokens, OidcAccessTokens } from './adapters/oidc/oidc-access-tokens.js';
import { PostgresApiKeyRepository } from './adapters/postgres/api-key-repository.js';
import { PostgresApiKeyViews } from './adapters/postgres/api-key-views.js';
import { PostgresKeyUsage } from './adapters/postgres/key-usage.js';
import { PostgresTenantDirectory } from './adapters/postgres/tenant-directory.js';
import { Authenticate } from './application/authenticate.js';
import { CreateApiKey } from './application/create-api-key.js';
import { RevokeApiKey } from './application/revoke-api-key.js';
import { RotateApiKey } from './application/rotate-api-key.js';
import type { AccessTokens } from './ports/access-tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

const HOUR_MS = 3_600_000;
const secrets = new NodeSecrets();

/** The wiring of access. */
export const access = new ContainerModule(({ bind }) => {
  const repository = new PostgresApiKeyRepository();
  bindAuthentication(bind);
  bind(CreateApiKey).toResolvedValue(
    (t, outbox, ids) => new CreateApiKey(t, repository, outbox, ids, secrets),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(RotateApiKey).toResolvedValue(
    (t, outbox, ids, recall) => new RotateApiKey(t, repository, outbox, ids, secrets, recall),
    [TRANSACTOR, OUTBOX, IDS, SignalledKeyRecall],
  );
  bind(RevokeApiKey).toResolvedValue(
    (t, outbox, recall) => new RevokeApiKey(t, repository, outbox, recall),
    [TRANSACTOR, OUTBOX, SignalledKeyRecall],
  );
  bind(ApiKeysController).toResolvedValue(
    (create, rotate, revoke, views, settings) =>
      new ApiKeysController(create, rotate, revoke, views, overlapOf(settings)),
    [CreateApiKey, RotateApiKey, RevokeApiKey, PostgresApiKeyViews, SETTINGS],
  );
  bind(PROBLEMS).toConstantValue(accessProblems);
});

function bindAuthentication(bind: Bind): void {
  bind(PostgresApiKeyViews)
    .toResolvedValue((t) => new PostgresApiKeyViews(t), [TRANSACTOR])
    .inSingletonScope();
  bind(PostgresTenantDirectory)
    .toResolvedValue((pool) => new PostgresTenantDirectory(pool), [APP_POOL])
    .inSingletonScope();
  bind(TENANT_LOOKUP).toService(PostgresTenantDirectory);
  bind(PostgresKeyUsage)
    .toResolvedValue(
      (transactor, settings, logger) =>
        new PostgresKeyUsage(transactor, {
          everyMs: settings.keyUsageMs,
          onError: (err) => logger.warn({ err }, 'the last use of API keys was not written'),
        }),
      [TRANSACTOR, SETTINGS, LOGGER],
    )
    .inSingletonScope();
  bind(CLOSING).toResolvedValue((usage) => ({ close: () => usage.flush() }), [PostgresKeyUsage]);
  bind(Authenticate)
    .toResolvedValue(
      (directory, views, usage, settings, logger, { signals }) => {
        const tokens = accessTokensOf(settings, logger);
        const times = { cacheMs: settings.authCacheMs, now: Date.now };
        const authenticate = new Authenticate(directory, views, tokens, usage, secrets, times);
        hearRecalls(signals, authenticate);
        return authenticate;
      },
      [PostgresTenantDirectory, PostgresApiKeyViews, PostgresKeyUsage, SETTINGS, LOGGER, EPHEMERAL],
    )
    .inSingletonScope();
  bind(SignalledKeyRecall).toResolvedValue(
    ({ signals }, authenticate) => new SignalledKeyRecall(signals, authenticate),
    [EPHEMERAL, Authenticate],
  );
}

function accessTokensOf(settings: Settings, logger: Logger): AccessTokens {
  const { oidcIssuer, oidcAudience, oidcAlgorithms, oidcTokenType } = settings;
  if (oidcIssuer === undefined) return new NoAccessTokens();
  return new OidcAccessTokens(
    new OidcVerifier({ issuer: oidcIssuer, audience: oidcAudience, algorithms: oidcAlgorithms, types: oidcTokenType }),
    (err) => logger.warn({ err }, 'the auth service cannot be asked'),
  );
}

function overlapOf(settings: Settings): (request: PosRequest) => number {
  return (request) => settings.forTenant(request.edge.tenantSettings ?? {}).rotationOverlapHours * HOUR_MS;
}
