import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { HubRefusal } from '../domain/hub-refusal.js';
import { NO_PIN_HASH } from '../domain/replica-tables.js';
import type { Cloud } from '../ports/cloud.js';
import type { HubStore } from '../ports/hub-store.js';
import { CloudPins, type TypedPin } from './cloud-pins.js';

/** Slow hashes by the hub's own secret. */
export interface OwnHashes {
  make(secret: string): Promise<string>;
  /** @param made `undefined`: takes as long, and is false. */
  matches(secret: string, made: string | undefined): Promise<boolean>;
}

/** Where this is no hub. */
export class NoHubPins extends CloudPins {
  readonly isHub = false;

  isRight(): Promise<boolean> {
    return Promise.reject(new Error('this service is no hub: PINs are checked by what is kept'));
  }
}

/**
 * Checks PINs at the hub: by its own hash of who has signed in here before, else by asking the cloud, which counts and locks tries by the
 * same rules. A PIN that is changed in the cloud is forgotten here with the next copy (its `set_at` is another).
 */
export class HubPins extends CloudPins {
  readonly isHub = true;

  constructor(
    private readonly transactor: Transactor,
    private readonly store: Pick<HubStore, 'keepPin'>,
    private readonly cloud: Pick<Cloud, 'checkPin'>,
    private readonly hashes: OwnHashes,
  ) {
    super();
  }

  async isRight(context: RequestContext, { personId, deviceId, pin, kept }: TypedPin): Promise<boolean> {
    const own = kept === NO_PIN_HASH ? undefined : kept;
    if (await this.hashes.matches(pin, own)) return true;
    if (personId === undefined || deviceId === null || kept === undefined) return false;
    const answer = await this.cloud.checkPin(deviceId, personId, pin);
    if (answer.is === 'locked')
      throw new Refusal('sign_in_locked', { retryAfterSeconds: answer.retryAfterSeconds, scope: 'person_on_device' });
    if (answer.is === 'unreachable') {
      if (own === undefined) throw new Refusal<HubRefusal>('pin_needs_uplink');
      return false;
    }
    if (answer.is === 'wrong') return false;
    const hash = await this.hashes.make(pin);
    await this.transactor.run(context, (tx) => this.store.keepPin(tx, personId, hash));
    return true;
  }
}
