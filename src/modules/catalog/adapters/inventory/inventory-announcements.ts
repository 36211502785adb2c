import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { RequestSync } from '../../application/request-sync.js';

/** The inventory service tells that items have changed. What has, is fetched; the event itself is not believed. */
export class InventoryAnnouncements implements InboxHandler {
  readonly types = ['inventory.item.changed', 'inventory.catalog.changed'];

  constructor(private readonly requestSync: RequestSync) {}

  readonly handle: InboxHandler['handle'] = async (tx) => {
    await this.requestSync.execute(tx);
  };
}
