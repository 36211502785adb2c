import { Refusal, type RefusedField } from '../../../../kernel/refusal.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import type { InboxHandler } from '../../../../platform/inbox/ports.js';
import type { FollowMember } from '../../application/follow-member.js';
import type { AnnouncedMember } from '../../domain/announced-member.js';
import type { LoyaltyRefusal } from '../../domain/loyalty-refusal.js';

const CUSTOMER_MAX = 100;

/** The loyalty service tells how its members are; the copies here follow. */
export class MemberAnnouncements implements InboxHandler {
  readonly types: readonly string[];

  /** @param isRemote false: points are kept here, and nobody is listened to. */
  constructor(
    private readonly follow: FollowMember,
    isRemote: boolean,
  ) {
    this.types = isRemote ? ['loyalty.member.changed'] : [];
  }

  /** Announcements carry the state: a late one must not undo a newer one. */
  newestOf({ data }: InboundEvent): string | undefined {
    const id = (data as { customerId?: unknown } | null)?.customerId;
    return typeof id === 'string' && id.length <= CUSTOMER_MAX ? `members/${id}` : undefined;
  }

  readonly handle: InboxHandler['handle'] = async (tx, { at }, event) => {
    await this.follow.execute(tx, announcedBy(event), at);
  };
}

/** Members that we do not know are passed over. @throws Refusal `loyalty_member_invalid`. */
function announcedBy({ data }: InboundEvent): AnnouncedMember {
  const told = (typeof data === 'object' && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
  const { customerId, groups = [], entitlements = [], balance, status = 'active' } = told;
  const checks: readonly (readonly [pointer: string, holds: boolean, message: string])[] = [
    ['/data/customerId', typeof customerId === 'string', 'must be text'],
    ['/data/groups', areTexts(groups), 'must be a list of texts'],
    ['/data/entitlements', areTexts(entitlements), 'must be a list of texts'],
    ['/data/balance', Number.isSafeInteger(balance), 'must be an integer'],
    ['/data/status', status === 'active' || status === 'closed', 'must be "active" or "closed"'],
  ];
  const fields: RefusedField[] = checks
    .filter(([, holds]) => !holds)
    .map(([pointer, , message]) => ({ pointer, message }));
  if (fields.length > 0) throw new Refusal<LoyaltyRefusal>('loyalty_member_invalid', {}, fields);
  return { customerId, groups, entitlements, balance, status } as AnnouncedMember;
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
