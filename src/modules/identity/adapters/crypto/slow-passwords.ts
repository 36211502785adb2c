import { Refusal } from '../../../../kernel/refusal.js';
import type { SlowHashes } from '../../../../platform/crypto/slow-hashes.js';
import type { Passwords } from '../../ports/passwords.js';

/** Passwords as argon2id over a peppered text. */
export class SlowPasswords implements Passwords {
  /** @param hashes absent where no key is configured. */
  constructor(private readonly hashes: SlowHashes | undefined) {}

  async make(password: string): Promise<string> {
    return this.configured().make(password);
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    return this.configured().matches(password, hash ?? undefined);
  }

  private configured(): SlowHashes {
    if (this.hashes === undefined) throw new Refusal('secrets_not_configured');
    return this.hashes;
  }
}
