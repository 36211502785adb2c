import type { RequestContext } from '../../../kernel/context.js';
import type { ShownFactor } from '../domain/login-lifecycle.js';
import type { Login } from '../domain/login.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { SealedFactors } from '../ports/sealed-factors.js';
import type { Totp } from '../ports/totp.js';

/** What somebody sends for the second factor. */
export interface SentFactor {
  readonly otp: string | null;
  readonly recoveryCode: string | null;
}

/** Reads what was sent for a second factor. Whether it was used before, only the locked login can tell. */
export class VerifyFactor {
  constructor(
    private readonly totp: Totp,
    private readonly sealed: SealedFactors,
    private readonly secrets: IdentitySecrets,
  ) {}

  /** @returns `undefined` for a wrong code. Asks the key service: not inside a transaction. */
  async execute(
    { tenantId, at }: RequestContext,
    login: Login,
    { otp, recoveryCode }: SentFactor,
  ): Promise<ShownFactor | undefined> {
    const { totp } = login;
    if (totp.state === 'off') return undefined;
    if (recoveryCode !== null) return { recoveryCode: this.secrets.hashOfRecoveryCode(recoveryCode) };
    if (otp === null) return undefined;
    const owner = { tenantId, loginId: login.id, number: login.totpNumber };
    const step = this.totp.stepOf(await this.sealed.open(totp.sealed, owner), otp, at);
    return step === undefined ? undefined : { step };
  }
}
