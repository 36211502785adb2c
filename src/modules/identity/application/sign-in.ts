import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { demandsTotp, type IdentityPolicy } from '../domain/identity-policy.js';
import { signedIn, useFactor, type ShownFactor } from '../domain/login-lifecycle.js';
import { foldedEmail, type IdentityRefusal, type Login } from '../domain/login.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { Passwords } from '../ports/passwords.js';
import type { PolicyRepository } from '../ports/policy-repository.js';
import type { SignedInSession, StaffSessions } from '../ports/staff-sessions.js';
import type { Staff, StaffMember, StaffRights } from '../ports/staff.js';
import { plain, type GuardedTries, type ReservedTry, type WrongBecause } from './guarded-tries.js';
import type { SentFactor, VerifyFactor } from './verify-factor.js';

export interface SignInCommand extends SentFactor {
  readonly email: string;
  readonly password: string;
}

/** Who signed in, and what they may do. */
export interface SignedIn {
  readonly session: SignedInSession;
  readonly member: StaffMember;
  readonly rights: StaffRights;
  /** The business demands a second factor that is not enrolled yet: until it is, the session is good for nothing else. */
  readonly mustEnrolTotp: boolean;
}

/** What signing in works with. */
export interface SignInParts {
  readonly transactor: Transactor;
  readonly logins: LoginRepository;
  readonly policies: PolicyRepository;
  readonly staff: Staff;
  readonly sessions: StaffSessions;
  readonly passwords: Passwords;
  readonly outbox: Outbox;
  readonly tries: GuardedTries;
  readonly factors: VerifyFactor;
}

/** What was found behind an address before anything was compared. */
interface Found {
  readonly login: Login | undefined;
  readonly policy: IdentityPolicy;
}

/** What was believed before the login was locked. */
interface Believed {
  readonly login: Login;
  readonly shown: ShownFactor | undefined;
  readonly mustEnrolTotp: boolean;
}

/** Signs somebody in with address, password and, where they have one, second factor. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /**
   * An address that nobody has takes the same steps as a wrong password, and is answered alike.
   * @throws Refusal `credentials_refused`, `otp_required` after the right password, `login_locked`, `overloaded`.
   */
  async execute(context: RequestContext, command: SignInCommand): Promise<SignedIn> {
    const { tries, passwords } = this.parts;
    const email = foldedEmail(command.email);
    if (email === undefined) throw new Refusal('credentials_refused');
    const found = await this.look(context, email);
    const tried = await tries.reserve(context, email);
    const hash = found.policy.passwords ? (found.login?.passwordHash ?? null) : null;
    const isRight = await this.orTakenBack(context, tried, () => passwords.matches(command.password, hash));
    if (!isRight || found.login === undefined) return this.refuse(context, tried, found.login, 'password');
    return this.afterPassword(context, tried, found.login, found.policy, command);
  }

  private look(context: RequestContext, email: string): Promise<Found> {
    const { transactor, logins, policies } = this.parts;
    return transactor.read(context, async (tx) => ({
      policy: await policies.current(tx),
      login: await logins.byEmail(tx, email),
    }));
  }

  private async afterPassword(
    context: RequestContext,
    tried: ReservedTry,
    login: Login,
    policy: IdentityPolicy,
    sent: SentFactor,
  ): Promise<SignedIn> {
    const { tries, staff, transactor, factors } = this.parts;
    const hasFactor = login.totp.state === 'on';
    if (hasFactor && sent.otp === null && sent.recoveryCode === null) {
      await tries.takeBack(context, tried);
      throw new Refusal<IdentityRefusal>('otp_required');
    }
    const shown = hasFactor
      ? await this.orTakenBack(context, tried, () => factors.execute(context, login, sent))
      : undefined;
    if (hasFactor && shown === undefined) return this.refuse(context, tried, login, 'otp');
    const { member, rights } = await transactor.read(context, async (tx) => ({
      member: await staff.member(tx, login.personId),
      rights: await staff.rights(tx, login.personId),
    }));
    if (member === undefined || rights === undefined || !member.active)
      return this.refuse(context, tried, login, 'rights');
    const mustEnrolTotp = !hasFactor && demandsTotp(policy, rights.roles);
    const session = await this.begin(asThemselves(context, member, rights), tried, { login, shown, mustEnrolTotp });
    if (session === undefined)
      return this.refuse(context, tried, login, sent.recoveryCode === null ? 'otp' : 'recovery_code');
    return { session, member, rights, mustEnrolTotp };
  }

  /** @returns `undefined` when the second factor was used before, or the login has changed meanwhile. */
  private begin(
    context: RequestContext,
    tried: ReservedTry,
    { login: { id, personId, passwordNumber, totpNumber }, shown, mustEnrolTotp }: Believed,
  ): Promise<SignedInSession | undefined> {
    const { transactor, logins, sessions, outbox, tries } = this.parts;
    return transactor.run(plain(context), async (tx: Tx) => {
      const now = await logins.lock(tx, id);
      if (now?.passwordHash == null || now.passwordNumber !== passwordNumber || now.totpNumber !== totpNumber)
        return undefined;
      if ((now.totp.state === 'on') !== (shown !== undefined)) return undefined;
      const used = shown === undefined ? { state: now, events: [] } : useFactor(now, shown, context.at);
      if (used === undefined) return undefined;
      await logins.save(tx, signedIn(used.state, context.at));
      outbox.append(tx, used.events);
      await tries.right(tx, context, tried);
      return sessions.begin(tx, context, personId, mustEnrolTotp);
    });
  }

  private async refuse(
    context: RequestContext,
    tried: ReservedTry,
    login: Login | undefined,
    because: WrongBecause,
  ): Promise<never> {
    await this.parts.tries.wrong(context, tried, login?.personId ?? null, because);
    throw new Refusal('credentials_refused');
  }

  /** What fails without saying right or wrong, such as a queue that is full, must not lock anybody out. */
  private async orTakenBack<Result>(
    context: RequestContext,
    tried: ReservedTry,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      await this.parts.tries.takeBack(context, tried);
      throw error;
    }
  }
}

/** The context of somebody who has just shown who they are. */
export function asThemselves(
  context: RequestContext,
  { actorId }: StaffMember,
  rights: StaffRights | undefined,
): RequestContext {
  const permissions = rights?.permissions ?? new Set<string>();
  return { ...context, principal: { kind: 'user', id: actorId, permissions, test: false } };
}
