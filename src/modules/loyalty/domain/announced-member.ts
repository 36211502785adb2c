import type { Decision } from '../../../kernel/decision.js';
import { memberEvent, type LoyaltyEvent } from './loyalty-events.js';
import { enrol } from './member.js';
import type { Member, MemberId } from './membership.js';

/** A member as the service that keeps the ledger tells of it. */
export interface AnnouncedMember {
  readonly customerId: string;
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
  /** Points. */
  readonly balance: number;
  readonly status: 'active' | 'closed';
}

/**
 * Follows the ledger: the copy is as it says.
 * @param present the copy, if there is one. @param id of a new copy.
 * @throws Refusal `loyalty_member_invalid` for what cannot be kept here.
 */
export function followAnnounced(
  present: Member | undefined,
  told: AnnouncedMember,
  id: MemberId,
  at: Date,
): Decision<Member, LoyaltyEvent> {
  const { customerId, groups, entitlements, balance, status } = told;
  const { state: fresh } = enrol({ id, customerId, groups, entitlements }, at);
  if (present === undefined) {
    const state: Member = { ...fresh, balance, status };
    return { state, events: [memberEvent('pos.loyalty.enrolled', state, {})] };
  }
  const state: Member = { ...present, groups, entitlements, balance, status, version: present.version + 1 };
  if (looks(state) === looks(present)) return { state: present, events: [] };
  const before = { status: present.status, groups: present.groups, entitlements: present.entitlements };
  return { state, events: [memberEvent('pos.loyalty.member_changed', state, { before })] };
}

function looks({ groups, entitlements, balance, status }: Member): string {
  return JSON.stringify([groups, entitlements, balance, status]);
}
