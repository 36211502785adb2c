import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../kernel/refusal.js';

export interface SlowHashSettings {
  /** Made part of what is hashed, and kept elsewhere than the hashes: without it they cannot be guessed (G10). Several while rotating. */
  readonly peppers: readonly Buffer[];
  /** Hashes that are computed at once: each takes 19 MiB and a core. */
  readonly concurrency?: number;
  /** Callers that may wait; beyond it they are refused (GUARANTEES G13). */
  readonly waitingMax?: number;
  /** Told of how many wait. */
  readonly onQueue?: (waiting: number) => void;
}

/** Salted, slow and peppered: argon2id with 19 MiB, two passes, one lane (GUARANTEES G10, OWASP). */
const ARGON2ID = 2; // the package's enum cannot be imported from modules
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CONCURRENCY = 2;
const WAITING_MAX = 64;
const BUSY_SECONDS = 2;

/** Hashes of what people choose: PINs and passwords. */
export class SlowHashes {
  private readonly queue: (() => void)[] = [];
  private running = 0;
  private decoy: Promise<string> | undefined;

  constructor(private readonly settings: SlowHashSettings) {}

  /** @returns the hash with its salt and cost, as text of the PHC form. @throws Refusal `overloaded` when too many wait. */
  make(secret: string): Promise<string> {
    return this.inTurn(() => hash(peppered(secret, this.settings.peppers[0] as Buffer), COST));
  }

  /**
   * @param made what `make` gave; `undefined` where there is nothing to compare with: it takes as long, and is false.
   * @throws Refusal `overloaded` when too many wait.
   */
  async matches(secret: string, made: string | undefined): Promise<boolean> {
    const against = made ?? (await (this.decoy ??= this.make('nobody has this')));
    return this.inTurn(async () => {
      for (const pepper of this.settings.peppers) {
        if (await verify(against, peppered(secret, pepper))) return made !== undefined;
      }
      return false;
    });
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const { concurrency = CONCURRENCY, waitingMax = WAITING_MAX, onQueue } = this.settings;
    if (this.running >= concurrency) {
      if (this.queue.length >= waitingMax) throw new Refusal('overloaded', { retryAfterSeconds: BUSY_SECONDS });
      await new Promise<void>((resolve) => {
        this.queue.push(resolve);
        onQueue?.(this.queue.length);
      });
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      onQueue?.(this.queue.length);
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

function peppered(secret: string, pepper: Buffer): string {
  return createHmac('sha256', pepper).update(secret.normalize('NFC')).digest('base64');
}

/** Peppers made from the keys that seal secrets (`SECRETS_KEY`), one for each, the current one first. */
export function peppersFrom(secretsKey: string): Buffer[] {
  return secretsKey
    .split(',')
    .map((key) => createHmac('sha256', Buffer.from(key.trim(), 'base64')).update('pos-service pepper').digest());
}
