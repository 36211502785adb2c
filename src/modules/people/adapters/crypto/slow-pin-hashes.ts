import { randomInt } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.js';
import type { SlowHashes } from '../../../../platform/crypto/slow-hashes.js';
import type { PinHashes } from '../../ports/pin-hashes.js';

const DIGITS = 10;

/** PINs by the slow hashes of the installation, where it has the secret that they take. */
export class SlowPinHashes implements PinHashes {
  constructor(private readonly hashes: SlowHashes | undefined) {}

  async make(pin: string): Promise<string> {
    return this.configured().make(pin);
  }

  async matches(pin: string, kept: string): Promise<boolean> {
    return this.configured().matches(pin, kept);
  }

  digit(): number {
    return randomInt(DIGITS);
  }

  private configured(): SlowHashes {
    if (this.hashes === undefined) throw new Refusal('secrets_not_configured');
    return this.hashes;
  }
}
