import type { Signals } from '../../../../platform/ephemeral/ports.js';
import type { Authenticate } from '../../application/authenticate.js';
import type { ApiKeyId } from '../../domain/api-key.js';
import type { KeyRecall } from '../../ports/key-recall.js';

const CHANNEL = 'access';

/** Forgets here at once, and tells the other instances. A signal may be lost: the cache's time is what is promised. */
export class SignalledKeyRecall implements KeyRecall {
  constructor(
    private readonly signals: Signals,
    private readonly authenticate: Pick<Authenticate, 'forget'>,
  ) {}

  recall(id: ApiKeyId): void {
    this.authenticate.forget(id);
    this.signals.send(CHANNEL, id);
  }
}

/** Forgets what other instances recall, and all keys where recalls may have been missed. */
export function hearRecalls(signals: Signals, authenticate: Pick<Authenticate, 'forget' | 'forgetAll'>): void {
  signals.listen(CHANNEL, (id) => {
    if (id === '') authenticate.forgetAll();
    else authenticate.forget(id as ApiKeyId);
  });
}
