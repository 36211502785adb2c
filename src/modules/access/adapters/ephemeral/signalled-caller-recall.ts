import type { Signals } from '../../../../platform/ephemeral/ports.js';
import type { Authenticate } from '../../application/authenticate.js';
import { CallerRecall } from '../../application/caller-recall.js';

const CHANNEL = 'access';

/** Forgets here at once, and tells the other instances. A signal may be lost: the cache's time is what is promised. */
export class SignalledCallerRecall extends CallerRecall {
  constructor(
    private readonly signals: Signals,
    private readonly authenticate: () => Pick<Authenticate, 'forget'>,
  ) {
    super();
  }

  recall(...subjects: readonly string[]): void {
    this.authenticate().forget(subjects);
    for (const subject of subjects) this.signals.send(CHANNEL, subject);
  }
}

/** Forgets whom other instances recall, and everybody where recalls may have been missed. */
export function hearRecalls(signals: Signals, authenticate: Pick<Authenticate, 'forget' | 'forgetAll'>): void {
  signals.listen(CHANNEL, (subject) => {
    if (subject === '') authenticate.forgetAll();
    else authenticate.forget([subject]);
  });
}
