import { ContainerModule, type ContainerModuleLoadOptions, type ResolutionContext } from 'inversify';
import { SLOW_HASHES } from '../../platform/crypto/tokens.js';
import { CLOSING, PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { INBOX_HANDLER } from '../../platform/inbox/tokens.js';
import { tenantOf } from '../../platform/postgres/transaction.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { CLOCK, EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { CallerRecall, KnownUsers, RolesFacade, RoleUses } from '../access/index.js';
import { LicensingFacade, UsageMeter } from '../licensing/index.js';
import { OutletsFacade, PLATFORM_ID } from '../outlets/index.js';
import { RolesOfStaff, StaffAsUsers, TellsTheDoor } from './adapters/access/known-staff.js';
import { TenantRoleRights } from './adapters/access/tenant-role-rights.js';
import { UserAnnouncements } from './adapters/auth/user-announcements.js';
import { KeyedBadgeHashes } from './adapters/crypto/keyed-badge-hashes.js';
import { SlowPinHashes } from './adapters/crypto/slow-pin-hashes.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { staffProblems } from './adapters/http/staff-problems.js';
import { StaffSignInController } from './adapters/http/staff-sign-in.controller.js';
import { StaffController } from './adapters/http/staff.controller.js';
import { LicensedStaff, StaffMeter } from './adapters/licensing/licensed-staff.js';
import { NotifiedPeople } from './adapters/notifications/notified-people.js';
import { PinResetListener } from './adapters/outbox/pin-reset-listener.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { PostgresBadgeRepository } from './adapters/postgres/badge-repository.js';
import { PostgresPinRepository } from './adapters/postgres/pin-repository.js';
import { PostgresStaffRepository } from './adapters/postgres/staff-repository.js';
import { PostgresStaffViews } from './adapters/postgres/staff-views.js';
import { Badges } from './application/badges.js';
import { ChangeStaff } from './application/change-staff.js';
import { FollowUser } from './application/follow-user.js';
import { HireStaff } from './application/hire-staff.js';
import { PeopleFacade } from './application/people-facade.js';
import type { PeopleMakers } from './application/people-makers.js';
import { PinGuard } from './application/pin-guard.js';
import { ReadStaff } from './application/read-staff.js';
import { SetPins } from './application/set-pin.js';
import { StaffRoster } from './application/staff-roster.js';
import { StoredRoster } from './application/stored-roster.js';
import { StoredPeople } from './application/stored-people.js';
import { TellOfPinReset } from './application/tell-of-pin-reset.js';

type Bind = ContainerModuleLoadOptions['bind'];

const staff = new PostgresStaffRepository();
const pins = new PostgresPinRepository();
const badges = new PostgresBadgeRepository();
const views = new PostgresStaffViews();

/** The wiring of people. */
export const people = new ContainerModule(({ bind }) => {
  bind(PeopleFacade).toResolvedValue(
    (roles, settings, now) =>
      new StoredPeople({
        ...{ staff, pins, badges, badgeHashes: new KeyedBadgeHashes(settings.secretsKey), tenantOf, now },
        roles: new TenantRoleRights(roles),
      }),
    [RolesFacade, SETTINGS, CLOCK],
  );
  bind(StaffRoster).toResolvedValue((roles) => new StoredRoster(staff, new TenantRoleRights(roles)), [RolesFacade]);
  bindUseCases(bind);
  bindNeighbours(bind);
  bindMessages(bind);
  bind(StaffController).toResolvedValue(
    (hire, change, read) => new StaffController(hire, change, read),
    [HireStaff, ChangeStaff, ReadStaff],
  );
  bind(StaffSignInController).toResolvedValue(
    (setPins, ofBadges, read) => new StaffSignInController(setPins, ofBadges, read),
    [SetPins, Badges, ReadStaff],
  );
  bind(PROBLEMS).toConstantValue(staffProblems);
});

function bindUseCases(bind: Bind): void {
  bind(HireStaff).toDynamicValue((context) => new HireStaff(makersOf(context)));
  bind(ChangeStaff).toDynamicValue((context) => new ChangeStaff(makersOf(context)));
  bind(ReadStaff).toResolvedValue((t) => new ReadStaff(t, staff, views, pins, badges), [TRANSACTOR]);
  bind(SetPins).toDynamicValue((context) => {
    const hashes = new SlowPinHashes(context.get(SLOW_HASHES));
    return new SetPins({ ...makersOf(context), pins, hashes, guard: () => context.get(PinGuard) });
  });
  bind(Badges).toDynamicValue((context) => {
    const badgeHashes = new KeyedBadgeHashes(context.get(SETTINGS).secretsKey);
    return new Badges({ ...makersOf(context), badges, badgeHashes });
  });
}

/** What this module does for those that it builds on. */
function bindNeighbours(bind: Bind): void {
  bind(KnownUsers).toResolvedValue((t) => new StaffAsUsers(t, staff), [TRANSACTOR]);
  bind(RoleUses).toConstantValue(new RolesOfStaff(staff));
  bind(UsageMeter).toConstantValue(new StaffMeter(staff));
  bind(EVENT_SUBSCRIBER).toResolvedValue((recall) => new TellsTheDoor(recall), [CallerRecall]);
  bind(INBOX_HANDLER).toDynamicValue((context) => {
    const makers = makersOf(context);
    return new UserAnnouncements(new FollowUser(makers, new HireStaff(makers)));
  });
}

/** NOTIFICATIONS_URL decides whether people hear of it when their PIN is set. */
function bindMessages(bind: Bind): void {
  bind(NotifiedPeople)
    .toResolvedValue(
      (settings, observer, logger) =>
        new NotifiedPeople(settings, observer, (why) => logger.warn({ why }, 'nobody was told of their new PIN')),
      [SETTINGS, SIBLING_OBSERVER, LOGGER],
    )
    .inSingletonScope();
  bind(CLOSING).toService(NotifiedPeople);
  bind(EVENT_SUBSCRIBER).toResolvedValue(
    (t, messages) => new PinResetListener(new TellOfPinReset(t, staff, messages)),
    [TRANSACTOR, NotifiedPeople],
  );
}

function makersOf(context: ResolutionContext): PeopleMakers {
  return {
    ...{ transactor: context.get(TRANSACTOR), outbox: context.get(OUTBOX), ids: context.get(IDS), staff },
    roles: new TenantRoleRights(context.get(RolesFacade)),
    outlets: new TenantOutlets(context.get(OutletsFacade)),
    plan: new LicensedStaff(context.get(LicensingFacade)),
    ...{ recall: context.get(CallerRecall), screen: cardNumberScreen },
    isPlatform: (tenantId) => tenantId === PLATFORM_ID,
  };
}
