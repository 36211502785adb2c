import { AnswerNotUnderstood, subscriptionIn } from '../../../../clients/subscriptions/subscriptions-answers.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { HearSubscription } from '../../application/hear-subscription.js';
import type { LicensingRefusal } from '../../domain/licensing-refusal.js';
import type { SubscriptionWord } from '../../domain/subscription-lifecycle.js';
import { wordOf } from './word-of.js';

/** The subscription service tells of changes before it is asked. The doors learn of them by `TellsTheDoor`, after the commit. */
export class SubscriptionAnnouncements implements InboxHandler {
  readonly types: readonly string[];

  /** @param isRemote false: licences are kept here, and nobody is listened to. */
  constructor(
    private readonly hearing: HearSubscription,
    isRemote: boolean,
  ) {
    this.types = isRemote ? ['subscription.changed', 'subscription.renewed', 'subscription.revoked'] : [];
  }

  /** They carry the state: a late one must not undo a newer one. A business has one. */
  newestOf(): string {
    return 'subscription';
  }

  readonly handle: InboxHandler['handle'] = async (tx, { at }, { type, data }) => {
    const word = wordIn(data);
    // Whatever else it says, this is what it means.
    const meant: SubscriptionWord = type === 'subscription.revoked' ? { ...word, status: 'revoked' } : word;
    await this.hearing.within(tx, at, meant);
  };
}

function wordIn(data: unknown): SubscriptionWord {
  try {
    return wordOf(subscriptionIn(data));
  } catch (error) {
    if (!(error instanceof AnswerNotUnderstood)) throw error;
    throw new Refusal<LicensingRefusal>('licence_invalid', {}, [{ pointer: '/data', message: error.message }]);
  }
}
