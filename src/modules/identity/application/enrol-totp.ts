import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { beginTotp, confirmTotp } from '../domain/login-lifecycle.js';
import type { IdentityRefusal, Login } from '../domain/login.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { SealedFactors } from '../ports/sealed-factors.js';
import type { Totp } from '../ports/totp.js';
import { plain } from './guarded-tries.js';

/** A secret just made: the only time that it is shown. */
export interface ShownSecret {
  readonly secret: string;
  readonly uri: string;
  /** The URI as a picture, SVG. */
  readonly qrCode: string;
}

/** What enrolling works with. */
export interface EnrolParts {
  readonly transactor: Transactor;
  readonly logins: LoginRepository;
  readonly totp: Totp;
  readonly sealed: SealedFactors;
  readonly secrets: IdentitySecrets;
  readonly outbox: Outbox;
}

/** The two steps of enrolling a second factor. */
export class EnrolTotp {
  constructor(private readonly parts: EnrolParts) {}

  /** Makes a secret that counts once a code of it has come back. @throws Refusal `totp_already_enrolled`, `login_changed`. */
  async begin(context: RequestContext, login: Login, also: (tx: Tx) => Promise<void>): Promise<ShownSecret> {
    if (login.totp.state === 'on') throw new Refusal<IdentityRefusal>('totp_already_enrolled');
    const { totp, sealed, transactor, logins } = this.parts;
    const { tenantId, tenantSlug, at } = context;
    const secret = totp.newSecret();
    const stored = await sealed.seal(secret, { tenantId, loginId: login.id, number: login.totpNumber + 1 });
    await transactor.run(plain(context), async (tx) => {
      const { state } = beginTotp(await this.unchanged(tx, login), stored, at);
      await logins.save(tx, state);
      await also(tx);
    });
    const uri = totp.uri(secret, `POS ${tenantSlug}`, login.email);
    return { secret, uri, qrCode: totp.qrCode(uri) };
  }

  /**
   * Enrols with the first code of the secret. @param also what belongs to it, in the same transaction.
   * @returns the recovery codes: the only time that they are shown.
   * @throws Refusal `otp_wrong`, `totp_not_begun`, `totp_already_enrolled`, `login_changed`.
   */
  async confirm(
    context: RequestContext,
    login: Login,
    otp: string,
    also: (tx: Tx) => Promise<void>,
  ): Promise<readonly string[]> {
    const { tenantId, at } = context;
    const { totp, sealed, secrets, transactor, outbox } = this.parts;
    if (login.totp.state === 'on') throw new Refusal<IdentityRefusal>('totp_already_enrolled');
    if (login.totp.state === 'off') throw new Refusal<IdentityRefusal>('totp_not_begun');
    const owner = { tenantId, loginId: login.id, number: login.totpNumber };
    const step = totp.stepOf(await sealed.open(login.totp.sealed, owner), otp, at);
    if (step === undefined) throw new Refusal<IdentityRefusal>('otp_wrong');
    const codes = secrets.recoveryCodes();
    const hashes = codes.map(({ hash }) => hash);
    await transactor.run(plain(context), async (tx) => {
      const { state, events } = confirmTotp(await this.unchanged(tx, login), step, hashes, at);
      outbox.append(tx, events);
      await this.parts.logins.save(tx, state);
      await also(tx);
    });
    return codes.map(({ text }) => text);
  }

  /** The locked login, if its second factor and password are as they were read. @throws Refusal `login_changed`. */
  private async unchanged(tx: Tx, read: Login): Promise<Login> {
    const now = await this.parts.logins.lock(tx, read.id);
    if (now?.totpNumber !== read.totpNumber || now.passwordNumber !== read.passwordNumber || now.passwordHash === null)
      throw new Refusal<IdentityRefusal>('login_changed');
    return now;
  }
}
