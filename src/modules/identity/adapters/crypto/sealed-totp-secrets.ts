import { Refusal } from '../../../../kernel/refusal.js';
import type { SealedSecrets, SecretPlace } from '../../../../platform/crypto/sealed-secrets.js';
import type { FactorOwner, SealedFactors } from '../../ports/sealed-factors.js';

/** Secrets of second factors, sealed where they are stored (GUARANTEES G8). */
export class SealedTotpSecrets implements SealedFactors {
  /** @param sealed absent where no key is configured. */
  constructor(private readonly sealed: SealedSecrets | undefined) {}

  async seal(secret: string, owner: FactorOwner): Promise<string> {
    return this.configured().seal(secret, placeOf(owner));
  }

  async open(sealed: string, owner: FactorOwner): Promise<string> {
    return this.configured().open(sealed, placeOf(owner));
  }

  get currentPrefix(): string | undefined {
    return this.sealed?.currentPrefix;
  }

  async rewrap(sealed: string, owner: FactorOwner): Promise<string> {
    return (await this.configured().rewrap(sealed, placeOf(owner))) ?? sealed;
  }

  private configured(): SealedSecrets {
    if (this.sealed === undefined) throw new Refusal('secrets_not_configured');
    return this.sealed;
  }
}

function placeOf({ tenantId, loginId, number }: FactorOwner): SecretPlace {
  return { tenantId, kind: 'login', recordId: loginId, field: 'totp', version: number };
}
