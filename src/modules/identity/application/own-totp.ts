import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import { removeTotp, useFactor } from '../domain/login-lifecycle.js';
import type { IdentityRefusal, Login } from '../domain/login.js';
import type { StaffSessions } from '../ports/staff-sessions.js';
import type { EnrolTotp, ShownSecret } from './enrol-totp.js';
import { plain, type ReservedTry } from './guarded-tries.js';
import type { FindOwnLogin, OwnLoginParts } from './own-login.js';
import type { SentFactor, VerifyFactor } from './verify-factor.js';

/** The second factor of who is signed in. */
export class OwnTotp {
  constructor(
    private readonly parts: OwnLoginParts,
    private readonly own: FindOwnLogin,
    private readonly enrol: EnrolTotp,
    private readonly factors: VerifyFactor,
    private readonly outbox: Outbox,
    private readonly sessions: StaffSessions,
  ) {}

  /** @throws Refusal `password_wrong`, `totp_already_enrolled`, `login_locked`, `login_not_found`, `secrets_not_configured`. */
  async begin(context: RequestContext, { password }: { readonly password: string }): Promise<ShownSecret> {
    const own = await this.own.execute(context);
    const tried = await this.own.proved(context, own, password);
    return this.own.counted(context, tried, () =>
      this.enrol.begin(context, own.login, (tx) => this.parts.tries.right(tx, context, tried)),
    );
  }

  /** @returns the recovery codes. @throws Refusal `otp_wrong`, `totp_not_begun`, `totp_already_enrolled`. */
  async confirm(context: RequestContext, { otp }: { readonly otp: string }): Promise<readonly string[]> {
    const { login } = await this.own.execute(context);
    const { personId } = login;
    const codes = await this.enrol.confirm(context, login, otp, (tx) => this.sessions.release(tx, personId));
    this.sessions.forget(personId);
    return codes;
  }

  /** Takes it away. @throws Refusal `totp_not_enrolled`, `password_wrong`, `otp_wrong`, `login_locked`. */
  async remove(context: RequestContext, sent: SentFactor & { readonly password: string }): Promise<Login> {
    const own = await this.own.execute(context);
    if (own.login.totp.state !== 'on') throw new Refusal<IdentityRefusal>('totp_not_enrolled');
    const tried = await this.own.proved(context, own, sent.password);
    const removed = await this.own.counted(context, tried, () => this.removed(context, own.login, sent, tried));
    return removed ?? this.own.wrong(context, tried, own.login, sent.recoveryCode === null ? 'otp' : 'recovery_code');
  }

  /** @returns `undefined` for a code that is wrong, or was used before. */
  private async removed(
    context: RequestContext,
    login: Login,
    sent: SentFactor,
    tried: ReservedTry,
  ): Promise<Login | undefined> {
    const shown = await this.factors.execute(context, login, sent);
    if (shown === undefined) return undefined;
    const { transactor, logins, tries } = this.parts;
    return transactor.run(plain(context), async (tx) => {
      const now = await logins.lock(tx, login.id);
      const used = now?.totpNumber === login.totpNumber ? useFactor(now, shown, context.at) : undefined;
      if (used === undefined) return undefined;
      const { state, events } = removeTotp(used.state, context.at);
      await logins.save(tx, state);
      await tries.right(tx, context, tried);
      this.outbox.append(tx, [...used.events, ...events]);
      return state;
    });
  }
}
