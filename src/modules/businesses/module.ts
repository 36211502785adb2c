import { ContainerModule, type ContainerModuleLoadOptions, type ResolutionContext } from 'inversify';
import { CLOSING, PROBLEMS, SETTINGS } from '../../platform/http/tokens.js';
import { INBOX_HANDLER, TENANT_LOOKUP } from '../../platform/inbox/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { SIBLING_OBSERVER } from '../../platform/sibling-http/tokens.js';
import { STREAM_TOPIC } from '../../platform/sse/tokens.js';
import { LOGGER } from '../../platform/telemetry/tokens.js';
import { BACKGROUND_WORK, CLOCK, EVENT_SUBSCRIBER, IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { CallerRecall, CreateApiKey, ROLE_PERMISSIONS } from '../access/index.js';
import { IdentityFacade } from '../identity/index.js';
import { BusinessRegions, LicensingFacade, ManageLicence, PlanBook, UsageMeter } from '../licensing/index.js';
import { FollowTenant, OutletsFacade, RegisterTenant, TurnTenant } from '../outlets/index.js';
import { HireStaff } from '../people/index.js';
import { OwnerKeys } from './adapters/access/owner-keys.js';
import { BusinessAnnouncements } from './adapters/auth/business-announcements.js';
import { KeyedVerificationCodes, NO_CODES } from './adapters/crypto/keyed-verification-codes.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { businessProblems } from './adapters/http/business-problems.js';
import { BusinessesController } from './adapters/http/businesses.controller.js';
import { RegistrationsController } from './adapters/http/registrations.controller.js';
import { ownerInvitation } from './adapters/identity/owner-invitation.js';
import { ListedRegions } from './adapters/licensing/listed-regions.js';
import { LicensedFigures } from './adapters/licensing/licence-figures.js';
import { startingPlan } from './adapters/licensing/starting-plan.js';
import { NotificationsConnection, NotifiedCodes } from './adapters/notifications/code-messages.js';
import { TenantRowsListener } from './adapters/outbox/tenant-rows-listener.js';
import { announcedTenants } from './adapters/outlets/announced-tenants.js';
import { Tenants } from './adapters/outlets/tenants.js';
import { firstOwner } from './adapters/people/first-owner.js';
import { PostgresActivityBook } from './adapters/postgres/activity-book.js';
import { PostgresAllTenants } from './adapters/postgres/all-tenants.js';
import { PostgresBusinessRepository } from './adapters/postgres/business-repository.js';
import { PostgresBusinessViews } from './adapters/postgres/business-views.js';
import { EVENT_HISTORY } from './adapters/postgres/event-activity.js';
import { PostgresRegistrationRepository } from './adapters/postgres/registration-repository.js';
import { BusinessRounds } from './application/business-rounds.js';
import { CarryOver } from './application/carry-over.js';
import { ChangeBusiness } from './application/change-business.js';
import { CollectActivity } from './application/collect-activity.js';
import { platformContext } from './application/contexts.js';
import { FindUnlisted } from './application/find-unlisted.js';
import { FollowRegistry } from './application/follow-registry.js';
import { FollowTenantRow } from './application/follow-tenant-row.js';
import { OpenBusiness } from './application/open-business.js';
import { ProvisionBusiness } from './application/provision-business.js';
import { RegisterBusiness } from './application/register-business.js';
import { RejectRegistration } from './application/reject-registration.js';
import { ResendCode } from './application/resend-code.js';
import { SendCode } from './application/send-code.js';
import { TurnBusiness } from './application/turn-business.js';
import { VerifyRegistration } from './application/verify-registration.js';
import type { Owners, StartingPlan } from './ports/provisions.js';
import type { VerificationCodes } from './ports/verification-codes.js';

type Bind = ContainerModuleLoadOptions['bind'];

const registrations = new PostgresRegistrationRepository();
const businessRows = new PostgresBusinessRepository();
const screen = cardNumberScreen;

/** The wiring of businesses. */
export const businesses = new ContainerModule(({ bind }) => {
  bindRows(bind);
  bindMaking(bind);
  bindCodes(bind);
  bindCommands(bind);
  bindListening(bind);
  bindBackground(bind);
  bind(PROBLEMS).toConstantValue(businessProblems);
  bind(STREAM_TOPIC).toConstantValue({ name: 'businesses', permission: 'businesses:read', types: ['pos.business.*'] });
});

function bindRows(bind: Bind): void {
  bind(BusinessRegions).toResolvedValue((t) => new ListedRegions(t, businessRows, registrations), [TRANSACTOR]);
  bind(Tenants).toResolvedValue(
    (transactor, registerTenant, turnTenant, outlets, lookup, recall) =>
      new Tenants({
        ...{ transactor, registerTenant, turnTenant, outlets, lookup },
        recall: (...subjects) => recall.recall(...subjects),
      }),
    [TRANSACTOR, RegisterTenant, TurnTenant, OutletsFacade, TENANT_LOOKUP, CallerRecall],
  );
  bind(FollowTenantRow).toResolvedValue(
    (t, o) => new FollowTenantRow(t, businessRows, registrations, o),
    [TRANSACTOR, OUTBOX],
  );
  bind(CarryOver).toResolvedValue(
    (t, o, tenancy) => new CarryOver(t, businessRows, o, tenancy),
    [TRANSACTOR, OUTBOX, Tenants],
  );
}

function bindMaking(bind: Bind): void {
  bind(ProvisionBusiness).toDynamicValue((context) => {
    const logger = context.get(LOGGER);
    const identity = context.get(IdentityFacade, { optional: true });
    return new ProvisionBusiness({
      ...{ transactor: context.get(TRANSACTOR), registrations, outbox: context.get(OUTBOX) },
      ...{ tenancy: context.get(Tenants), list: context.get(FollowTenantRow) },
      ...{ owners: ownersOf(context), plans: plansOf(context), invitations: ownerInvitation(identity) },
      onFailure: (err, registrationId, step) =>
        logger.warn({ err, registrationId, step }, 'a business could not be made so far; it is tried again'),
    });
  });
  bind(OpenBusiness).toResolvedValue(
    (t, provision, create) => new OpenBusiness(t, registrations, provision, new OwnerKeys(create)),
    [TRANSACTOR, ProvisionBusiness, CreateApiKey],
  );
}

/** What other modules do for a new business. */
function ownersOf(context: ResolutionContext): Owners {
  return firstOwner(context.get(HireStaff), ROLE_PERMISSIONS.owner);
}

function plansOf(context: ResolutionContext): StartingPlan {
  return startingPlan(context.get(ManageLicence), context.get(PlanBook));
}

function bindCodes(bind: Bind): void {
  bind(NotificationsConnection)
    .toResolvedValue(
      (settings, observer) => new NotificationsConnection(settings, observer),
      [SETTINGS, SIBLING_OBSERVER],
    )
    .inSingletonScope();
  bind(CLOSING).toService(NotificationsConnection);
  bind(NotifiedCodes).toResolvedValue(
    ({ client }, { secretsKey }, logger) =>
      new NotifiedCodes(client, secretsKey !== undefined, (why) =>
        logger.warn({ why }, 'a code could not be sent to the owner of a business'),
      ),
    [NotificationsConnection, SETTINGS, LOGGER],
  );
}

function codesOf(context: ResolutionContext): VerificationCodes {
  const { secretsKey } = context.get(SETTINGS);
  return secretsKey === undefined ? NO_CODES : new KeyedVerificationCodes(secretsKey);
}

function bindCommands(bind: Bind): void {
  bind(RejectRegistration).toResolvedValue(
    (t, o) => new RejectRegistration(t, registrations, o, screen),
    [TRANSACTOR, OUTBOX],
  );
  bind(RegistrationsController).toDynamicValue((context) => {
    const [transactor, outbox, ids] = [context.get(TRANSACTOR), context.get(OUTBOX), context.get(IDS)];
    const [codes, messages, open] = [codesOf(context), context.get(NotifiedCodes), context.get(OpenBusiness)];
    const send = new SendCode(transactor, registrations, messages);
    const parts = { transactor, registrations, outbox, ids, codes, messages, plans: plansOf(context), send, screen };
    return new RegistrationsController(
      {
        register: new RegisterBusiness(parts),
        resend: new ResendCode(transactor, registrations, outbox, codes, messages, send),
        verify: new VerifyRegistration(transactor, registrations, outbox, codes, screen, open),
        ...{ open, reject: context.get(RejectRegistration) },
      },
      new PostgresBusinessViews(transactor),
    );
  });
  bind(BusinessesController).toResolvedValue(
    (transactor, outbox, carryOver, logger) =>
      new BusinessesController(
        new ChangeBusiness(transactor, businessRows, outbox, screen),
        new TurnBusiness({
          ...{ transactor, businesses: businessRows, outbox, screen, carryOver },
          onFailure: (err, businessId) =>
            logger.warn({ err, businessId }, 'a decision could not be carried over; it is tried again'),
        }),
        new PostgresBusinessViews(transactor),
      ),
    [TRANSACTOR, OUTBOX, CarryOver, LOGGER],
  );
}

function bindListening(bind: Bind): void {
  bind(EVENT_SUBSCRIBER).toResolvedValue(
    (follow, tenancy, now) => new TenantRowsListener(follow, tenancy, now),
    [FollowTenantRow, Tenants, CLOCK],
  );
  bind(INBOX_HANDLER).toResolvedValue(
    (o, ids, follow) => new BusinessAnnouncements(new FollowRegistry(registrations, o, ids), announcedTenants(follow)),
    [OUTBOX, IDS, FollowTenant],
  );
}

function bindBackground(bind: Bind): void {
  bind(CHORE).toResolvedValue(
    (t, tenancy, list, ids, now) => ({
      name: 'businesses that were on no list',
      run: (pool) =>
        new FindUnlisted(t, new PostgresAllTenants(pool), businessRows, tenancy, list).execute(
          platformContext(ids.next(), new Date(now())),
        ),
    }),
    [TRANSACTOR, Tenants, FollowTenantRow, IDS, CLOCK],
  );
  bind(BACKGROUND_WORK).toDynamicValue((context) => {
    const [transactor, ids, logger] = [context.get(TRANSACTOR), context.get(IDS), context.get(LOGGER)];
    const meters = context.getAll(UsageMeter, { optional: true });
    const licences = new LicensedFigures(context.get(LicensingFacade), meters);
    return new BusinessRounds({
      ...{ transactor, registrations, businesses: businessRows, now: context.get(CLOCK), newId: () => ids.next() },
      ...{ provision: context.get(ProvisionBusiness), registration: context.get(RejectRegistration) },
      carryOver: context.get(CarryOver),
      activity: new CollectActivity(transactor, EVENT_HISTORY, licences, new PostgresActivityBook()),
      onFailure: (what, err) => logger.warn({ err, what }, 'work for businesses failed; the next round tries again'),
    });
  });
}
