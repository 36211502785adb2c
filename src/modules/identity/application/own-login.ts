import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { demandsTotp, type IdentityPolicy } from '../domain/identity-policy.js';
import type { IdentityRefusal, Login } from '../domain/login.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { Passwords } from '../ports/passwords.js';
import type { PolicyRepository } from '../ports/policy-repository.js';
import type { Staff, StaffMember } from '../ports/staff.js';
import type { GuardedTries, ReservedTry, WrongBecause } from './guarded-tries.js';

/** The login of somebody who is signed in. */
export interface OwnLogin {
  readonly login: Login;
  readonly member: StaffMember;
  readonly policy: IdentityPolicy;
  /** Whether the business demands a second factor of them. */
  readonly totpRequired: boolean;
}

/** What looking after one's own login works with. */
export interface OwnLoginParts {
  readonly transactor: Transactor;
  readonly logins: LoginRepository;
  readonly policies: PolicyRepository;
  readonly staff: Staff;
  readonly passwords: Passwords;
  readonly tries: GuardedTries;
}

/** Finds the login of who is signed in, and has them show once more who they are before they change it. */
export class FindOwnLogin {
  constructor(private readonly parts: OwnLoginParts) {}

  /** @throws Refusal `login_not_found` for who has none, and for programs. */
  async execute(context: RequestContext): Promise<OwnLogin> {
    const { transactor, logins, policies, staff } = this.parts;
    const { principal } = context;
    const found = await transactor.read(context, async (tx): Promise<OwnLogin | undefined> => {
      const member = principal.kind === 'user' ? await staff.byActor(tx, principal.id) : undefined;
      const login = member && (await logins.ofPerson(tx, member.id));
      if (member?.active !== true || login === undefined) return undefined;
      const policy = await policies.current(tx);
      const roles = (await staff.rights(tx, member.id))?.roles ?? [];
      return { login, member, policy, totpRequired: demandsTotp(policy, roles) };
    });
    if (found === undefined) throw new Refusal<IdentityRefusal>('login_not_found');
    return found;
  }

  /**
   * Has the person enter their password. Tries count as those to sign in do; say what became of the rest by the try that is
   * returned. @throws Refusal `password_wrong`, `login_locked`, `overloaded`.
   */
  async proved(context: RequestContext, { login }: OwnLogin, password: string): Promise<ReservedTry> {
    const { tries, passwords } = this.parts;
    const tried = await tries.reserve(context, login.email);
    const isRight = await this.counted(context, tried, () => passwords.matches(password, login.passwordHash));
    if (!isRight) return this.wrong(context, tried, login, 'password');
    return tried;
  }

  /** Notes that something else was wrong. @throws Refusal `password_wrong` or `otp_wrong`. */
  async wrong(context: RequestContext, tried: ReservedTry, login: Login, because: WrongBecause): Promise<never> {
    await this.parts.tries.wrong(context, tried, login.personId, because);
    throw new Refusal<IdentityRefusal>(because === 'password' ? 'password_wrong' : 'otp_wrong');
  }

  /** Does something within a try; when it fails, the try is taken back: it said nothing of right or wrong. */
  async counted<Result>(context: RequestContext, tried: ReservedTry, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      await this.parts.tries.takeBack(context, tried);
      throw error;
    }
  }
}
