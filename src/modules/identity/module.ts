import {
  ContainerModule,
  type ContainerModuleLoadOptions,
  type ResolutionContext,
  type ServiceIdentifier,
} from 'inversify';
import { LocalKeyManagement } from '../../platform/crypto/key-management.js';
import { SealedSecrets } from '../../platform/crypto/sealed-secrets.js';
import { SLOW_HASHES } from '../../platform/crypto/tokens.js';
import { CLOSING, PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { CallerRecall } from '../access/index.js';
import { PeopleFacade } from '../people/index.js';
import { SessionsFacade } from '../sessions/index.js';
import { LaterQueue } from './adapters/background/later-queue.js';
import { KeyedIdentitySecrets } from './adapters/crypto/keyed-identity-secrets.js';
import { SealedTotpSecrets } from './adapters/crypto/sealed-totp-secrets.js';
import { SlowPasswords } from './adapters/crypto/slow-passwords.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { IdentityDesk } from './adapters/http/identity-desk.js';
import { identityProblems } from './adapters/http/identity-problems.js';
import { LoginsController } from './adapters/http/logins.controller.js';
import { OwnLoginController } from './adapters/http/own-login.controller.js';
import { PasswordSignInController } from './adapters/http/password-sign-in.controller.js';
import { PlatformLoginsController } from './adapters/http/platform-logins.controller.js';
import { PlatformOwnLoginController } from './adapters/http/platform-own-login.controller.js';
import { PlatformPasswordSignInController } from './adapters/http/platform-password-sign-in.controller.js';
import { MessageConnection } from './adapters/notifications/message-connection.js';
import { KnownStaff } from './adapters/people/known-staff.js';
import { PostgresGuessBook } from './adapters/postgres/guess-book.js';
import { IDENTITY_RETENTION } from './adapters/postgres/identity-retention.js';
import { PostgresLoginRepository } from './adapters/postgres/login-repository.js';
import { PostgresLoginViews } from './adapters/postgres/login-views.js';
import { PostgresOneTimeTokens } from './adapters/postgres/one-time-tokens.js';
import { PostgresPolicyRepository } from './adapters/postgres/policy-repository.js';
import { PostgresSealedFactorStore } from './adapters/postgres/sealed-factor-store.js';
import { KeptStaffSessions } from './adapters/sessions/kept-staff-sessions.js';
import { AppTotp } from './adapters/totp/app-totp.js';
import { AdministerLogin } from './application/administer-login.js';
import { ChangePassword } from './application/change-password.js';
import { EnrolTotp } from './application/enrol-totp.js';
import { GuardedTries } from './application/guarded-tries.js';
import { IdentityFacade } from './application/identity-facade.js';
import { InvitePerson } from './application/invite-person.js';
import { InviteThroughFacade } from './application/invite-through-facade.js';
import { IssueTokens } from './application/issue-tokens.js';
import { LoginReach } from './application/login-reach.js';
import { FindOwnLogin } from './application/own-login.js';
import { OwnTotp } from './application/own-totp.js';
import { ReadLogins } from './application/read-logins.js';
import { RedeemLink } from './application/redeem-link.js';
import { RequestReset } from './application/request-reset.js';
import { RewrapFactors } from './application/rewrap-factors.js';
import { SetPolicy } from './application/set-policy.js';
import { SignIn } from './application/sign-in.js';
import { VerifyFactor } from './application/verify-factor.js';

type Bind = ContainerModuleLoadOptions['bind'];
type Parts = ReturnType<typeof partsOf>;

const PARTS: ServiceIdentifier<Parts> = Symbol.for('pos:identity-parts');
const logins = new PostgresLoginRepository();
const kept = new PostgresOneTimeTokens();
const policies = new PostgresPolicyRepository();
const book = new PostgresGuessBook();
const totp = new AppTotp();

/** The wiring of identity. NOTIFICATIONS_URL decides whether links are sent, or handed to whoever asks for them. */
export const identity = new ContainerModule(({ bind }) => {
  bindTechnology(bind);
  bind(PARTS).toDynamicValue(partsOf).inSingletonScope();
  bind(IdentityDesk)
    .toDynamicValue((context) => new IdentityDesk(usesOf(context.get(PARTS))))
    .inSingletonScope();
  bind(IdentityFacade)
    .toDynamicValue((context) => new InviteThroughFacade(new InvitePerson(context.get(PARTS))))
    .inSingletonScope();
  bindRoutes(bind);
  bind(PROBLEMS).toConstantValue(identityProblems);
});

function bindTechnology(bind: Bind): void {
  bind(MessageConnection)
    .toResolvedValue((settings, observer) => new MessageConnection(settings, observer), [SETTINGS, SIBLING_OBSERVER])
    .inSingletonScope();
  bind(LaterQueue)
    .toResolvedValue((logger) => new LaterQueue(logger), [LOGGER])
    .inSingletonScope();
  bind(CLOSING).toResolvedValue(
    (later, connection) => ({
      close: async () => {
        await later.close();
        await connection.close();
      },
    }),
    [LaterQueue, MessageConnection],
  );
  bind(SealedTotpSecrets)
    .toResolvedValue((settings) => new SealedTotpSecrets(sealedSecretsOf(settings)), [SETTINGS])
    .inSingletonScope();
  for (const chore of IDENTITY_RETENTION) bind(CHORE).toConstantValue(chore);
  bind(CHORE).toResolvedValue(
    (sealed) => ({
      name: 'second factors under a former key',
      run: (pool) => new RewrapFactors(new PostgresSealedFactorStore(pool), sealed).execute(),
    }),
    [SealedTotpSecrets],
  );
}

function bindRoutes(bind: Bind): void {
  bind(PasswordSignInController).toResolvedValue((desk) => new PasswordSignInController(desk), [IdentityDesk]);
  bind(PlatformPasswordSignInController).toResolvedValue(
    (desk) => new PlatformPasswordSignInController(desk),
    [IdentityDesk],
  );
  bind(OwnLoginController).toResolvedValue((desk) => new OwnLoginController(desk), [IdentityDesk]);
  bind(PlatformOwnLoginController).toResolvedValue((desk) => new PlatformOwnLoginController(desk), [IdentityDesk]);
  bind(LoginsController).toResolvedValue((desk) => new LoginsController(desk), [IdentityDesk]);
  bind(PlatformLoginsController).toResolvedValue((desk) => new PlatformLoginsController(desk), [IdentityDesk]);
}

function partsOf(context: ResolutionContext) {
  const settings = context.get(SETTINGS);
  const [transactor, outbox, ids] = [context.get(TRANSACTOR), context.get(OUTBOX), context.get(IDS)];
  const secrets = new KeyedIdentitySecrets(settings.secretsKey);
  const staff = new KnownStaff(context.get(PeopleFacade));
  const recall = context.get(CallerRecall);
  const sealed = context.get(SealedTotpSecrets);
  return {
    ...{ transactor, outbox, ids, secrets, staff, sealed, logins, kept, policies, book, totp },
    hasAuthService: settings.oidcIssuer !== undefined,
    sessions: new KeptStaffSessions(context.get(SessionsFacade), (subject) => recall.recall(subject)),
    passwords: new SlowPasswords(context.get(SLOW_HASHES)),
    messages: context.get(MessageConnection),
    later: context.get(LaterQueue),
    reach: new LoginReach(staff, logins),
    tokens: new IssueTokens(kept, ids, secrets),
    tries: new GuardedTries(transactor, book, outbox, ids, secrets),
    factors: new VerifyFactor(totp, sealed, secrets),
    screen: cardNumberScreen,
  };
}

function usesOf(parts: Parts) {
  const { transactor, outbox, tokens, sessions } = parts;
  const own = new FindOwnLogin(parts);
  return {
    signIn: new SignIn(parts),
    redeem: new RedeemLink({ ...parts, tokens: kept, issue: tokens }),
    requestReset: new RequestReset(parts),
    invite: new InvitePerson(parts),
    own,
    totp: new OwnTotp(parts, own, new EnrolTotp(parts), parts.factors, outbox, sessions),
    password: new ChangePassword(parts, own, tokens, outbox, sessions),
    administer: new AdministerLogin(parts),
    read: new ReadLogins(transactor, new PostgresLoginViews(), parts.reach, book, parts.secrets),
    policy: new SetPolicy(transactor, policies, outbox, parts.hasAuthService),
  };
}

function sealedSecretsOf({ secretsKey }: Settings): SealedSecrets | undefined {
  return secretsKey === undefined ? undefined : new SealedSecrets(new LocalKeyManagement(secretsKey));
}
