import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { choosePassword } from '../domain/login-lifecycle.js';
import type { Login } from '../domain/login.js';
import { isGood, type OneTimeToken } from '../domain/one-time-token.js';
import { assertPassword } from '../domain/password.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { OneTimeTokens } from '../ports/one-time-tokens.js';
import type { Passwords } from '../ports/passwords.js';
import type { PolicyRepository } from '../ports/policy-repository.js';
import type { StaffSessions } from '../ports/staff-sessions.js';
import type { Staff, StaffMember } from '../ports/staff.js';
import { plain } from './guarded-tries.js';
import type { IssueTokens } from './issue-tokens.js';
import { asThemselves } from './sign-in.js';

export interface RedeemLinkCommand {
  readonly kind: 'invitation' | 'reset';
  readonly token: string;
  readonly password: string;
}

/** What redeeming works with. */
export interface RedeemParts {
  readonly transactor: Transactor;
  readonly logins: LoginRepository;
  readonly tokens: OneTimeTokens;
  readonly issue: IssueTokens;
  readonly policies: PolicyRepository;
  readonly staff: Staff;
  readonly sessions: StaffSessions;
  readonly passwords: Passwords;
  readonly secrets: IdentitySecrets;
  readonly outbox: Outbox;
}

interface FoundLink {
  readonly token: OneTimeToken;
  readonly login: Login;
  readonly member: StaffMember;
  readonly minLength: number;
}

/** Takes the password that somebody chose by a link: the first after an invitation, or a new one. */
export class RedeemLink {
  constructor(private readonly parts: RedeemParts) {}

  /** A new password ends all sessions of the person. @throws Refusal `credentials_refused`, `password_refused`, `overloaded`. */
  async execute(context: RequestContext, { kind, token: text, password }: RedeemLinkCommand): Promise<Login> {
    const { transactor, passwords, sessions } = this.parts;
    const { token, login, member, minLength } = await this.find(context, kind, text);
    const names = [member.displayName, context.tenantSlug];
    assertPassword(password, minLength, { email: login.email, names }, '/password');
    const hash = await passwords.make(password);
    const own = asThemselves(context, member, undefined);
    const chosen = await transactor.run(plain(own), async (tx) => {
      const { logins, tokens, outbox, issue } = this.parts;
      const now = await logins.lock(tx, login.id);
      if (now === undefined || !(await tokens.use(tx, token))) throw new Refusal('credentials_refused');
      const { state, events } = choosePassword(now, hash, context.at);
      await logins.save(tx, state);
      await issue.endAll(tx, login.id);
      outbox.append(tx, events);
      await sessions.endAll(tx, own, login.personId, 'new password');
      return state;
    });
    sessions.forget(login.personId);
    return chosen;
  }

  private async find(context: RequestContext, kind: 'invitation' | 'reset', text: string): Promise<FoundLink> {
    const { transactor, logins, tokens, policies, staff, secrets } = this.parts;
    const found = await transactor.read(context, async (tx): Promise<FoundLink | undefined> => {
      const token = await tokens.find(tx, secrets.hashOfToken(text));
      if (token?.kind !== kind || !isGood(token, context.at)) return undefined;
      const login = await logins.byId(tx, token.loginId);
      const member = login && (await staff.member(tx, login.personId));
      const { passwords, passwordMinLength: minLength } = await policies.current(tx);
      if (!passwords || login === undefined || member?.active !== true) return undefined;
      return { token, login, member, minLength };
    });
    if (found === undefined) throw new Refusal('credentials_refused');
    return found;
  }
}
