import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import type { Session, SignInMethod } from '../domain/session.js';
import type { AccessTokenCheck } from '../ports/access-token-check.js';
import type { CallerRecalls } from '../ports/caller-recalls.js';
import type { Staff, StaffRights } from '../ports/staff.js';
import type { WorkDevice, WorkDevices } from '../ports/work-devices.js';
import type { BeginSession, Begun } from './begin-session.js';
import type { CheckPeople, ShownPerson } from './check-people.js';
import { asPerson, deviceOf, withoutKey } from './proving.js';

/** How somebody shows at a device who they are. */
export type Credentials =
  | { readonly method: 'pin'; readonly personId: string; readonly pin: string }
  | { readonly method: 'badge'; readonly badge: string; readonly pin: string | undefined }
  | { readonly method: 'oauth'; readonly accessToken: string };

export interface SignInCommand {
  readonly credentials: Credentials;
  /** Longest that the session lasts. */
  readonly hours: number;
  /** The session on the same device that ends by this one. */
  readonly replaces: string | undefined;
  /** Leaves the sessions of others on the device, locked, instead of ending them. */
  readonly keepOther: boolean;
}

/** Somebody who has signed in. The only time that the token is known. */
export interface SignedIn {
  readonly session: Session;
  readonly token: string;
  readonly rights: StaffRights;
  readonly mustChangePin: boolean;
}

export interface SignInParts {
  readonly transactor: Transactor;
  readonly check: CheckPeople;
  readonly begin: BeginSession;
  readonly accessTokens: AccessTokenCheck;
  readonly staff: Staff;
  readonly devices: WorkDevices;
  readonly recalls: CallerRecalls;
}

/** Signs somebody in at the device that asks. What it costs does not depend on how many work for the business. */
export class SignIn {
  constructor(private readonly use: SignInParts) {}

  /**
   * @throws Refusal `device_required`, `credentials_refused`, `sign_in_locked`, `sign_in_closed`, `overloaded`,
   * `secrets_not_configured`, `auth_service_unavailable`.
   */
  async execute(context: RequestContext, command: SignInCommand): Promise<SignedIn> {
    const deviceId = deviceOf(context.principal);
    const { credentials } = command;
    const signedIn =
      credentials.method === 'oauth'
        ? await this.byToken(context, deviceId, credentials.accessToken, command)
        : await this.byClaim(context, deviceId, credentials, command);
    this.use.recalls.recall(...signedIn.begun.forgotten);
    const { begun, shown } = signedIn;
    const { session, token } = begun;
    return { session, token, rights: shown.rights, mustChangePin: shown.mustChangePin };
  }

  private byClaim(
    context: RequestContext,
    deviceId: string,
    credentials: Exclude<Credentials, { method: 'oauth' }>,
    command: SignInCommand,
  ): Promise<{ begun: Begun; shown: ShownPerson }> {
    const { method, ...claim } = credentials;
    return this.use.check.execute(context, deviceId, { ...claim, purpose: 'sign_in' }, (tx, personal, shown) =>
      this.beginFor(tx, personal, shown, method, command),
    );
  }

  /** Nobody can guess a signed token: what is wrong with one is not counted. */
  private async byToken(context: RequestContext, deviceId: string, accessToken: string, command: SignInCommand) {
    const { accessTokens, transactor } = this.use;
    const tenant = { id: context.tenantId, slug: context.tenantSlug };
    const subject = await accessTokens.subjectOf(tenant, accessToken);
    if (subject === undefined) throw new Refusal('credentials_refused');
    const personal = asPerson(withoutKey(context), subject);
    return transactor.run(personal, async (tx) => {
      const { device, rights } = await this.knownAt(tx, deviceId, subject);
      const shown = { rights, device, mustChangePin: false };
      return this.beginFor(tx, personal, shown, 'oauth', command);
    });
  }

  private async knownAt(
    tx: Tx,
    deviceId: string,
    subject: string,
  ): Promise<{ device: WorkDevice; rights: StaffRights }> {
    const { staff, devices } = this.use;
    const device = await devices.device(tx, deviceId);
    if (device?.isActive !== true) throw new Refusal<SessionRefusal>('sign_in_closed');
    const personId = await staff.byUserId(tx, subject);
    const rights = personId === undefined ? undefined : await staff.rightsAt(tx, personId, device);
    if (rights === undefined) throw new Refusal('credentials_refused');
    return { device, rights };
  }

  private async beginFor(
    tx: Tx,
    context: RequestContext,
    shown: ShownPerson,
    method: SignInMethod,
    { hours, keepOther, replaces }: SignInCommand,
  ): Promise<{ begun: Begun; shown: ShownPerson }> {
    const { rights, device, mustChangePin } = shown;
    const idleMinutes = device?.idleLockMinutes ?? null;
    const begun = await this.use.begin.execute(tx, context, {
      ...{ rights, device, method, hours, idleMinutes, keepOther, replaces },
      mustFirst: mustChangePin ? 'change_pin' : null,
    });
    return { begun, shown };
  }
}
