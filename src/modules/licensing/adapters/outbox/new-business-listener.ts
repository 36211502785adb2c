import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import { systemContext } from '../../application/system-context.js';
import type { WatchLicence } from '../../application/watch-licence.js';
import { PLATFORM } from '../../domain/platform.js';

/** Looks at the licence of a business as soon as it is registered: from then on the door knows what the default plan says. */
export class NewBusinessListener implements EventSubscriber {
  readonly pattern = 'pos.tenant.registered';

  constructor(
    private readonly watch: Pick<WatchLicence, 'execute'>,
    private readonly now: () => Date,
  ) {}

  async handle({ tenantId, tenantSlug }: PublishedEvent): Promise<void> {
    if (tenantId === PLATFORM.id) return;
    await this.watch.execute(systemContext(tenantId, tenantSlug, this.now()));
  }
}
