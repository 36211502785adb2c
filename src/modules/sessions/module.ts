import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { SLOW_HASHES } from '../../platform/crypto/tokens.js';
import { PROBLEMS, SETTINGS, type Settings } from '../../platform/http/tokens.js';
import type { PosRequest } from '../../platform/http/pos-request.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { CLOCK, EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { BearerKind, CallerRecall, TokenSignIn } from '../access/index.js';
import { DevicesFacade } from '../devices/index.js';
import { CloudPins } from '../hub/index.js';
import { PeopleFacade, PinGuard } from '../people/index.js';
import { SessionBearers } from './adapters/access/session-bearers.js';
import { sessionTokens } from './adapters/access/session-tokens.js';
import { SlowPinHashes } from './adapters/crypto/slow-pin-hashes.js';
import { ShopPins } from './adapters/hub/shop-pins.js';
import { LinkedDevices } from './adapters/devices/linked-devices.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { sessionProblems } from './adapters/http/session-problems.js';
import { SessionsController } from './adapters/http/sessions.controller.js';
import { SignInController } from './adapters/http/sign-in.controller.js';
import { EndingEventsListener, ENDINGS } from './adapters/outbox/ending-events.js';
import { KnownStaff } from './adapters/people/known-staff.js';
import { SessionPinGuard } from './adapters/people/session-pin-guard.js';
import { PostgresGuessCounts, PostgresLockViews } from './adapters/postgres/guess-counts.js';
import { SESSION_RETENTION, sessionExpiryChore } from './adapters/postgres/session-chores.js';
import { PostgresSessionRepository } from './adapters/postgres/session-repository.js';
import { PostgresSessionViews } from './adapters/postgres/session-views.js';
import { BeginSession } from './application/begin-session.js';
import { CheckPeople } from './application/check-people.js';
import { CurrentSession } from './application/current-session.js';
import { EndSessions } from './application/end-sessions.js';
import { KeptSessions } from './application/kept-sessions.js';
import { LiftLock } from './application/lift-lock.js';
import { SessionsFacade } from './application/sessions-facade.js';
import { SignIn } from './application/sign-in.js';
import { SignInScreen } from './application/sign-in-screen.js';

type Bind = ContainerModuleLoadOptions['bind'];

const sessionRows = new PostgresSessionRepository();

/** The wiring of sessions. */
export const sessions = new ContainerModule(({ bind }) => {
  bindPorts(bind);
  bindCommands(bind);
  bindForOthers(bind);
  bindRoutes(bind);
});

/** What stands between this module and the others. */
function bindPorts(bind: Bind): void {
  bind(KnownStaff).toResolvedValue((people) => new KnownStaff(people), [PeopleFacade]);
  bind(LinkedDevices).toResolvedValue((devices) => new LinkedDevices(devices), [DevicesFacade]);
  bind(PostgresGuessCounts).toResolvedValue((ids) => new PostgresGuessCounts(ids), [IDS]);
  bind(SlowPinHashes).toResolvedValue((hashes) => new SlowPinHashes(hashes), [SLOW_HASHES]);
  bind(ShopPins).toResolvedValue((hashes, cloud) => new ShopPins(hashes, cloud), [SlowPinHashes, CloudPins]);
}

function bindCommands(bind: Bind): void {
  bind(CheckPeople).toResolvedValue(
    (transactor, staff, devices, counts, pins, outbox) =>
      new CheckPeople({ transactor, staff, devices, counts, pins, outbox }),
    [TRANSACTOR, KnownStaff, LinkedDevices, PostgresGuessCounts, ShopPins, OUTBOX],
  );
  bind(BeginSession).toResolvedValue(
    (counts, outbox, ids) => new BeginSession(sessionRows, counts, sessionTokens, outbox, ids),
    [PostgresGuessCounts, OUTBOX, IDS],
  );
  bind(SignIn).toResolvedValue(
    (transactor, check, begin, accessTokens, staff, devices, recalls) =>
      new SignIn({ transactor, check, begin, accessTokens, staff, devices, recalls }),
    [TRANSACTOR, CheckPeople, BeginSession, TokenSignIn, KnownStaff, LinkedDevices, CallerRecall],
  );
  bind(CurrentSession).toResolvedValue(
    (transactor, counts, check, outbox, recalls) =>
      new CurrentSession({ transactor, sessions: sessionRows, counts, check, outbox, recalls }),
    [TRANSACTOR, PostgresGuessCounts, CheckPeople, OUTBOX, CallerRecall],
  );
  bind(EndSessions).toResolvedValue(
    (transactor, outbox, recalls) => new EndSessions(transactor, sessionRows, outbox, recalls, cardNumberScreen),
    [TRANSACTOR, OUTBOX, CallerRecall],
  );
  bind(LiftLock).toResolvedValue(
    (transactor, counts, staff, devices, outbox) =>
      new LiftLock({ transactor, counts, staff, devices, outbox, screen: cardNumberScreen }),
    [TRANSACTOR, PostgresGuessCounts, KnownStaff, LinkedDevices, OUTBOX],
  );
}

/** What the door, other modules and the background ask of this one. */
function bindForOthers(bind: Bind): void {
  bind(BearerKind).toResolvedValue(
    (transactor, staff, devices, now) => new SessionBearers(transactor, sessionRows, staff, devices, now),
    [TRANSACTOR, KnownStaff, LinkedDevices, CLOCK],
  );
  bind(SessionsFacade).toResolvedValue(
    (check, beginSession, staff, devices, outbox) =>
      new KeptSessions({ check, beginSession, sessions: sessionRows, staff, devices, outbox }),
    [CheckPeople, BeginSession, KnownStaff, LinkedDevices, OUTBOX],
  );
  bind(PinGuard).toResolvedValue((check) => new SessionPinGuard(check, sessionRows), [CheckPeople]);
  for (const pattern of Object.keys(ENDINGS)) {
    bind(EVENT_SUBSCRIBER).toResolvedValue((end) => new EndingEventsListener(pattern, end), [EndSessions]);
  }
  bind(CHORE).toResolvedValue((end, now) => sessionExpiryChore(end, now), [EndSessions, CLOCK]);
  for (const chore of SESSION_RETENTION) bind(CHORE).toConstantValue(chore);
  bind(STREAM_TOPIC).toConstantValue({ name: 'sessions', permission: 'sessions:read', types: ['pos.session.*'] });
}

function bindRoutes(bind: Bind): void {
  bind(PostgresSessionViews).toResolvedValue((t) => new PostgresSessionViews(t), [TRANSACTOR]);
  bind(SessionsController).toResolvedValue(
    (signIn, current, end, views, settings) =>
      new SessionsController({ signIn, current, end, views, hoursFor: hoursBy(settings) }),
    [SignIn, CurrentSession, EndSessions, PostgresSessionViews, SETTINGS],
  );
  bind(SignInScreen).toResolvedValue(
    (transactor, staff, devices) => new SignInScreen(transactor, staff, devices),
    [TRANSACTOR, KnownStaff, LinkedDevices],
  );
  bind(PostgresLockViews).toResolvedValue((t) => new PostgresLockViews(t), [TRANSACTOR]);
  bind(SignInController).toResolvedValue(
    (screen, views, lift, settings) => new SignInController(screen, views, lift, methodsBy(settings)),
    [SignInScreen, PostgresLockViews, LiftLock, SETTINGS],
  );
  bind(PROBLEMS).toConstantValue(sessionProblems);
}

function hoursBy(settings: Settings): (request: PosRequest) => number {
  return (request) => settings.forTenant(request.edge.tenantSettings ?? {}).sessionHours;
}

function methodsBy({ oidcIssuer }: Settings): ('pin' | 'badge' | 'oauth')[] {
  return oidcIssuer === undefined ? ['pin', 'badge'] : ['pin', 'badge', 'oauth'];
}
