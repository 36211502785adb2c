import type { InventoryClient } from '../../../../clients/inventory/inventory-client.js';
import { SiblingFailed } from '../../../../platform/sibling-http/sibling-failed.js';
import type { HealthPart } from '../../../../platform/tokens.js';
import { ITEM_MEMBERS } from '../../domain/import-object.js';
import { SourceFailed, SourceForgot } from '../../domain/source-failed.js';
import type { SourceItem } from '../../domain/source-item.js';
import type { CatalogueSource, SourcePage, SourceQuestion } from '../../ports/catalogue-source.js';

const PAGE_ITEMS = 500;
/** What is over when the other side is well again; all else is somebody's to look after. */
const AWAY = /^(timeout|unreachable|breaker_open|status_(429|5\d\d))$/;
const KNOWN: ReadonlySet<string> = new Set(ITEM_MEMBERS);

/** The inventory service, or an ERP that speaks like it, owns the items. */
export class InventorySource implements CatalogueSource, HealthPart {
  readonly name = 'inventory';
  readonly configured = true;

  constructor(private readonly client: InventoryClient) {}

  get suspended(): boolean {
    return this.client.suspended;
  }

  async page({ tenantSlug, since, cursor }: SourceQuestion): Promise<SourcePage> {
    try {
      const answer = await this.client.items(tenantSlug, { since, cursor, limit: PAGE_ITEMS });
      if (answer === 'forgotten') throw new SourceForgot();
      return { ...answer, items: answer.items.map(known) };
    } catch (error) {
      if (!(error instanceof SiblingFailed)) throw error;
      throw new SourceFailed(error.message, AWAY.test(error.reason), { cause: error });
    }
  }

  async state(): Promise<string> {
    return this.client.state;
  }

  async close(): Promise<void> {
    this.client.close();
  }
}

function known({ deleted, members }: SourceItem): SourceItem {
  return { deleted, members: Object.fromEntries(Object.entries(members).filter(([name]) => KNOWN.has(name))) };
}
