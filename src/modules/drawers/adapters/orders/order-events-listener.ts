import type { RequestContext } from '../../../../kernel/context.js';
import { isUuid } from '../../../../kernel/ids.js';
import type { EventSubscriber, LoggedEvent, PublishedEvent } from '../../../../kernel/outbox.js';
import type { ForceCount } from '../../application/force-count.js';
import type { SessionId } from '../../domain/drawer-session.js';

const TYPES: ReadonlySet<string> = new Set(['pos.order.completed', 'pos.order.payment_captured']);
/** Orders of no drawer need not be read. Inside a text the quotes would be escaped. */
const OF_SESSION = /"drawerSessionId": ?"([0-9a-f-]{36})"/g;

/** Hears of money that was taken: the drawer may have to be counted now. Told twice, it forces once. */
export class OrderEventsListener implements EventSubscriber {
  readonly pattern = 'pos.order.*';

  constructor(
    private readonly force: ForceCount,
    private readonly now: () => Date,
  ) {}

  concerns({ type, json }: LoggedEvent): boolean {
    return TYPES.has(type) && json.search(OF_SESSION) >= 0;
  }

  async handle(event: PublishedEvent): Promise<void> {
    const sessions = new Set(
      [...JSON.stringify(event.data).matchAll(OF_SESSION)].map(([, id = '']) => id).filter(isUuid),
    );
    for (const id of sessions) await this.force.execute(this.contextOf(event), id as SessionId);
  }

  private contextOf({ tenantId, tenantSlug, requestId, traceParent }: PublishedEvent): RequestContext {
    return {
      ...{ tenantId, tenantSlug, requestId, at: this.now() },
      principal: { kind: 'system', id: 'drawers', permissions: new Set(), test: false },
      ...(traceParent !== null && { traceParent }),
    };
  }
}
