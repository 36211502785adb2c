import {
  ContainerModule,
  type ContainerModuleLoadOptions,
  type ResolutionContext,
  type ServiceIdentifier,
} from 'inversify';
import { EPHEMERAL } from '../../platform/ephemeral/tokens.js';
import { APP_POOL, CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import type { PosRequest } from '../../platform/http/pos-request.js';
import { TENANT_LOOKUP } from '../../platform/inbox/tokens.js';
import { OidcVerifier } from '../../platform/oidc/oidc-verifier.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { tenantOf } from '../../platform/postgres/transaction.js';
import { CLOCK, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { PLATFORM_ID } from '../outlets/index.js';
import { NodeSecrets } from './adapters/crypto/node-secrets.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { hearRecalls, SignalledCallerRecall } from './adapters/ephemeral/signalled-caller-recall.js';
import { accessProblems } from './adapters/http/access-problems.js';
import { ApiKeyRenewalsController } from './adapters/http/api-key-renewals.controller.js';
import { ApiKeysController } from './adapters/http/api-keys.controller.js';
import { PermissionsController } from './adapters/http/permissions.controller.js';
import { roleProblems } from './adapters/http/role-problems.js';
import { RoleTemplatesController } from './adapters/http/role-templates.controller.js';
import { RolesController } from './adapters/http/roles.controller.js';
import { NoAccessTokens, OidcAccessTokens } from './adapters/oidc/oidc-access-tokens.js';
import { PostgresApiKeyRepository } from './adapters/postgres/api-key-repository.js';
import { PostgresApiKeyViews } from './adapters/postgres/api-key-views.js';
import { PostgresKeyUsage } from './adapters/postgres/key-usage.js';
import { reminderChore } from './adapters/postgres/reminder-chore.js';
import { PostgresRenewalRepository } from './adapters/postgres/renewal-repository.js';
import { PostgresRenewalViews } from './adapters/postgres/renewal-views.js';
import { PostgresRoleRepository } from './adapters/postgres/role-repository.js';
import { PostgresRoleViews } from './adapters/postgres/role-views.js';
import { PostgresTenantDirectory } from './adapters/postgres/tenant-directory.js';
import { ApplyRoleTemplate } from './application/apply-role-template.js';
import { ApiKeyBearers } from './application/api-key-bearers.js';
import { Authenticate, type Doorkeepers } from './application/authenticate.js';
import { BearerKind } from './application/bearer-kind.js';
import { CallerRecall } from './application/caller-recall.js';
import { ChangeApiKey } from './application/change-api-key.js';
import { ChangeRole } from './application/change-role.js';
import { CreateApiKey } from './application/create-api-key.js';
import { CreateRole, type RoleMakers } from './application/create-role.js';
import { ListRoles } from './application/list-roles.js';
import { RemindOfEndingKeys } from './application/remind-of-ending-keys.js';
import { RenewApiKey } from './application/renew-api-key.js';
import { RevokeApiKey } from './application/revoke-api-key.js';
import { KnownUsers } from './application/known-users.js';
import { RotateApiKey } from './application/rotate-api-key.js';
import { RoleUses } from './application/role-uses.js';
import { RolesFacade } from './application/roles-facade.js';
import { StoredRoles, TenantRoles } from './application/tenant-roles.js';
import { TokenSignIn, VerifiedTokenSignIn } from './application/token-sign-in.js';
import type { AccessTokens } from './ports/access-tokens.js';
import type { IsPlatform } from './ports/vendor.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** One for all of this module: it remembers the keys of the auth service. */
const ACCESS_TOKENS: ServiceIdentifier<AccessTokens> = Symbol('access-tokens');

const HOUR_MS = 3_600_000;
const secrets = new NodeSecrets();
const keys = new PostgresApiKeyRepository();
const renewals = new PostgresRenewalRepository();
const roles = new PostgresRoleRepository();
const screen = cardNumberScreen;
const isPlatform: IsPlatform = (tenantId) => tenantId === PLATFORM_ID;

/** The wiring of access. */
export const access = new ContainerModule(({ bind }) => {
  bindAuthentication(bind);
  bindRoles(bind);
  bindKeys(bind);
  bindKeyRoutes(bind);
  bind(PROBLEMS).toConstantValue(accessProblems);
});

function bindKeys(bind: Bind): void {
  bind(CreateApiKey).toResolvedValue(
    (t, outbox, ids) => new CreateApiKey(t, keys, outbox, ids, secrets),
    [TRANSACTOR, OUTBOX, IDS],
  );
  bind(ChangeApiKey).toResolvedValue(
    (t, outbox, recall) => new ChangeApiKey(t, keys, outbox, recall, screen),
    [TRANSACTOR, OUTBOX, CallerRecall],
  );
  bind(RotateApiKey).toResolvedValue(
    (t, outbox, ids, recall) => new RotateApiKey(t, keys, outbox, ids, secrets, recall),
    [TRANSACTOR, OUTBOX, IDS, CallerRecall],
  );
  bind(RevokeApiKey).toResolvedValue(
    (t, outbox, recall) => new RevokeApiKey(t, keys, outbox, recall, screen),
    [TRANSACTOR, OUTBOX, CallerRecall],
  );
  bind(RenewApiKey).toResolvedValue(
    (transactor, outbox, ids, recall) => new RenewApiKey({ transactor, keys, renewals, outbox, ids, recall, screen }),
    [TRANSACTOR, OUTBOX, IDS, CallerRecall],
  );
  bind(CHORE).toResolvedValue(
    (t, outbox, now) => reminderChore(new RemindOfEndingKeys(t, keys, outbox), () => new Date(now())),
    [TRANSACTOR, OUTBOX, CLOCK],
  );
}

function bindKeyRoutes(bind: Bind): void {
  bind(ApiKeysController).toResolvedValue(
    (create, change, rotate, revoke, views, settings) =>
      new ApiKeysController({ create, change, rotate, revoke }, views, overlapOf(settings)),
    [CreateApiKey, ChangeApiKey, RotateApiKey, RevokeApiKey, PostgresApiKeyViews, SETTINGS],
  );
  bind(PostgresRenewalViews).toResolvedValue((t) => new PostgresRenewalViews(t), [TRANSACTOR]);
  bind(ApiKeyRenewalsController).toResolvedValue(
    (renew, views) => new ApiKeyRenewalsController(renew, views),
    [RenewApiKey, PostgresRenewalViews],
  );
}

function bindRoles(bind: Bind): void {
  bind(RolesFacade).toConstantValue(new StoredRoles(roles, tenantOf, isPlatform));
  bind(PostgresRoleViews).toResolvedValue((t) => new PostgresRoleViews(t), [TRANSACTOR]);
  bind(CreateRole).toDynamicValue((context) => new CreateRole(makersOf(context)));
  bind(ApplyRoleTemplate).toDynamicValue((context) => new ApplyRoleTemplate(makersOf(context)));
  bind(ChangeRole).toDynamicValue(
    (context) => new ChangeRole(makersOf(context), () => context.get(RoleUses, { optional: true })),
  );
  bind(ListRoles).toResolvedValue((views) => new ListRoles(views, isPlatform), [PostgresRoleViews]);
  bind(RolesController).toResolvedValue(
    (create, change, list) => new RolesController(create, change, list),
    [CreateRole, ChangeRole, ListRoles],
  );
  bind(RoleTemplatesController).toResolvedValue((apply) => new RoleTemplatesController(apply), [ApplyRoleTemplate]);
  bind(PermissionsController).toResolvedValue((list) => new PermissionsController(list), [ListRoles]);
  bind(PROBLEMS).toConstantValue(roleProblems);
}

function makersOf(context: ResolutionContext): RoleMakers {
  return {
    ...{ transactor: context.get(TRANSACTOR), outbox: context.get(OUTBOX), ids: context.get(IDS) },
    ...{ recall: context.get(CallerRecall), roles, screen, isPlatform },
  };
}

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
  bind(BearerKind).toResolvedValue((views) => new ApiKeyBearers(views), [PostgresApiKeyViews]);
  bind(ACCESS_TOKENS)
    .toResolvedValue((settings, logger) => accessTokensOf(settings, logger), [SETTINGS, LOGGER])
    .inSingletonScope();
  bind(TokenSignIn).toResolvedValue((tokens) => new VerifiedTokenSignIn(tokens), [ACCESS_TOKENS]);
  bind(Authenticate)
    .toDynamicValue((context) => {
      const { signals } = context.get(EPHEMERAL);
      const settings = context.get(SETTINGS);
      const authenticate = new Authenticate(doorkeepersOf(context), {
        cacheMs: settings.authCacheMs,
        now: context.get(CLOCK),
      });
      hearRecalls(signals, authenticate);
      return authenticate;
    })
    .inSingletonScope();
  bind(CallerRecall).toDynamicValue((context) => {
    // Modules whose tokens the door asks for recall callers themselves: the door is found when it is needed.
    return new SignalledCallerRecall(context.get(EPHEMERAL).signals, () => context.get(Authenticate));
  });
}

function doorkeepersOf(context: ResolutionContext): Doorkeepers {
  return {
    directory: context.get(PostgresTenantDirectory),
    bearers: () => context.getAll(BearerKind),
    tokens: context.get(ACCESS_TOKENS),
    roles: new TenantRoles(context.get(PostgresRoleViews), isPlatform),
    users: () => context.get(KnownUsers, { optional: true }),
    usage: context.get(PostgresKeyUsage),
    secrets,
  };
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
