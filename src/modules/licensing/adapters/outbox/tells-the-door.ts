import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import type { Recall } from '../../ports/recall.js';

/**
 * Makes the doors ask anew what a licence says. Whoever changes one in a transaction of its own recalls it at once; what a sibling
 * announces is part of the inbox's transaction, so that only the event comes surely after the commit.
 */
export class TellsTheDoor implements EventSubscriber {
  readonly pattern = 'pos.licence.*';

  constructor(private readonly recall: Recall) {}

  handle({ tenantId }: PublishedEvent): Promise<void> {
    this.recall.licence(tenantId);
    return Promise.resolve();
  }
}
