import { isUuid, type OutletId } from '../../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { FollowOutlet } from '../../application/follow-outlet.js';
import type { AnnouncedOutlet } from '../../domain/announced-outlet.js';
import type { OutletRefusal } from '../../domain/outlet.js';
import { newsSubjectOf } from './registry-news.js';

const ACTIVE = {
  'auth.outlet.registered': true,
  'auth.outlet.changed': undefined,
  'auth.outlet.closed': false,
} as const;
const TEXTS = ['name', 'currency', 'timeZone', 'locale', 'receiptPrefix'] as const;

/** The auth service tells which outlets a business has; we open, change and close ours accordingly. */
export class OutletAnnouncements implements InboxHandler {
  readonly types = Object.keys(ACTIVE);

  constructor(private readonly followOutlet: FollowOutlet) {}

  /** Announcements carry the state: a late one must not undo a newer one. */
  newestOf({ data }: InboundEvent): string | undefined {
    const id = (data as { id?: unknown } | null)?.id;
    return typeof id === 'string' && isUuid(id.toLowerCase()) ? newsSubjectOf(id.toLowerCase()) : undefined;
  }

  readonly handle: InboxHandler['handle'] = async (tx, _context, event) => {
    await this.followOutlet.execute(tx, announcedBy(event));
  };
}

/** Members that we do not know are passed over: the auth service may tell more in time. @throws Refusal `outlet_invalid`. */
function announcedBy({ type, data }: InboundEvent): AnnouncedOutlet {
  const told = (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
  const fields: RefusedField[] = [];
  const id = told['id'];
  const isId = typeof id === 'string' && isUuid(id.toLowerCase());
  if (!isId) fields.push({ pointer: '/data/id', message: 'must be a UUID' });
  const texts: Record<string, string> = {};
  for (const name of TEXTS) {
    const value = told[name] ?? undefined;
    if (typeof value === 'string') texts[name] = value;
    else if (value !== undefined) fields.push({ pointer: `/data/${name}`, message: 'must be text' });
  }
  if (fields.length > 0) throw new Refusal<OutletRefusal>('outlet_invalid', {}, fields);
  const active = ACTIVE[type as keyof typeof ACTIVE];
  return { id: String(id).toLowerCase() as OutletId, ...texts, ...(active === undefined ? {} : { active }) };
}
