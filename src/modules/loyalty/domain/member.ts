import type { Decision } from '../../../kernel/decision.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { memberEvent, type LoyaltyEvent } from './loyalty-events.js';
import type { LoyaltyRefusal } from './loyalty-refusal.js';
import type { Entry, Member, MemberId } from './membership.js';

export interface Enrolment {
  readonly id: MemberId;
  readonly customerId: string;
  readonly groups: readonly string[];
  readonly entitlements: readonly string[];
}

/** What may be changed of a member; what is absent stays. */
export type MemberChanges = Partial<Pick<Member, 'groups' | 'entitlements' | 'status'>>;

const WORD = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;
const WORDS_MAX = 50;
const CUSTOMER_MAX = 100;

/** Takes a customer in. @throws Refusal `loyalty_member_invalid`. */
export function enrol({ id, customerId, groups, entitlements }: Enrolment, at: Date): Decision<Member, LoyaltyEvent> {
  assertSound(customerId, groups, entitlements);
  const state: Member = {
    id,
    customerId,
    status: 'active',
    groups,
    entitlements,
    balance: 0,
    enrolledAt: at,
    version: 1,
  };
  return { state, events: [memberEvent('pos.loyalty.enrolled', state, {})] };
}

/**
 * Changes groups and entitlements, closes the membership or opens it again.
 * @throws Refusal `loyalty_member_invalid`, `version_mismatch`.
 */
export function changeMember(
  member: Member,
  changes: MemberChanges,
  expectedVersion?: number,
): Decision<Member, LoyaltyEvent> {
  if (expectedVersion !== undefined && expectedVersion !== member.version)
    throw new Refusal('version_mismatch', { currentVersion: member.version });
  const changed = { ...member, ...changes };
  assertSound(changed.customerId, changed.groups, changed.entitlements);
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');
  if (
    same(changed.groups, member.groups) &&
    same(changed.entitlements, member.entitlements) &&
    changed.status === member.status
  )
    return { state: member, events: [] };
  const state = { ...changed, version: member.version + 1 };
  const before = { status: member.status, groups: member.groups, entitlements: member.entitlements };
  return { state, events: [memberEvent('pos.loyalty.member_changed', state, { before })] };
}

/** A movement as it is wished for. */
export type Movement = Pick<Entry, 'id' | 'kind' | 'points' | 'source' | 'orderId' | 'worth' | 'reason'>;

/**
 * Moves points. Burning and taking away by hand need the points to be there; taking back what a refund undid does not, for
 * the goods are back.
 * @throws Refusal `loyalty_member_closed` (burning), `loyalty_points_too_low` (its facts say how many there are).
 */
export function movePoints(
  member: Member,
  movement: Movement,
  at: Date,
): Decision<Member, LoyaltyEvent> & { readonly entry: Entry } {
  const { kind, points } = movement;
  if (kind === 'burn' && member.status === 'closed')
    throw new Refusal<LoyaltyRefusal>('loyalty_member_closed', { customerId: member.customerId });
  const balance = member.balance + points;
  if ((kind === 'burn' || kind === 'adjust') && points < 0 && balance < 0)
    throw new Refusal<LoyaltyRefusal>('loyalty_points_too_low', { balance: member.balance, needed: -points });
  const state = { ...member, balance, version: member.version + 1 };
  const entry: Entry = { ...movement, memberId: member.id, balance, at };
  return { state, entry, events: [memberEvent('pos.loyalty.points_moved', state, { entry })] };
}

/** Takes down a movement that the ledger of a sibling has made. @param balance as that ledger tells it. */
export function recordMovement(
  member: Member,
  movement: Movement,
  balance: number,
  at: Date,
): Decision<Member, LoyaltyEvent> & { readonly entry: Entry } {
  const state = { ...member, balance, version: member.version + 1 };
  const entry: Entry = { ...movement, memberId: member.id, balance, at };
  return { state, entry, events: [memberEvent('pos.loyalty.points_moved', state, { entry })] };
}

function assertSound(customerId: string, groups: readonly string[], entitlements: readonly string[]): void {
  const fields: RefusedField[] = [];
  if (customerId.trim() === '' || customerId.length > CUSTOMER_MAX)
    fields.push({ pointer: '/customerId', message: `must have 1 to ${CUSTOMER_MAX} characters` });
  for (const [pointer, words] of [
    ['/groups', groups],
    ['/entitlements', entitlements],
  ] as const) {
    if (words.length > WORDS_MAX) fields.push({ pointer, message: `must have at most ${WORDS_MAX} entries` });
    words.forEach((word, index) => {
      if (!WORD.test(word) || words.indexOf(word) !== index)
        fields.push({ pointer: `${pointer}/${index}`, message: 'must be 1 to 40 letters, digits, " ._-", each once' });
    });
  }
  if (fields.length > 0) throw new Refusal<LoyaltyRefusal>('loyalty_member_invalid', {}, fields);
}
