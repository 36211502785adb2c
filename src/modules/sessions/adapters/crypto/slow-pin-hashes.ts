import { Refusal } from '../../../../kernel/refusal.js';
import type { SlowHashes } from '../../../../platform/crypto/slow-hashes.js';
import type { PinHashes } from '../../ports/pin-hashes.js';

/** PINs by the slow hashes of the installation, where it has the secret that they take. */
export class SlowPinHashes implements PinHashes {
  constructor(private readonly hashes: SlowHashes | undefined) {}

  async matches(pin: string, kept: string | undefined): Promise<boolean> {
    if (this.hashes === undefined) throw new Refusal('secrets_not_configured');
    return this.hashes.matches(pin, kept);
  }
}
