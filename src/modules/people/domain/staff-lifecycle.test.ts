import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { StaffMember } from './staff.js';
import type { StaffEvent } from './staff-events.js';
import {
  assignRoles,
  bookBadge,
  bookBadgeRemoval,
  bookPinChange,
  bookPinReset,
  changeStaff,
  disableStaff,
  enableStaff,
  hire,
  withoutSame,
  type StaffDecision,
} from './staff-lifecycle.js';
import { assertWithin, isSelf, maySee } from './reach.js';
import { AT, caller, LATER, member, role } from './staff.examples.js';

const decision = (changes: Partial<StaffDecision> = {}): StaffDecision => ({
  ...{ by: caller(), at: LATER, reason: 'why', otherOwners: 1, ofPlatform: false },
  ...changes,
});
const BADGE = { id: 'b1', label: 'fob' };

type Command = (person: StaffMember) => Decision<StaffMember, StaffEvent>;
const COMMANDS: Readonly<Record<string, Command>> = {
  change: (person) => changeStaff(person, { note: 'new' }, LATER),
  disable: (person) => disableStaff(person, decision()),
  enable: (person) => enableStaff(person, decision()),
  assign: (person) => assignRoles(person, [role('cashier')], decision()),
  resetPin: (person) => bookPinReset(person, decision()),
  changePin: (person) => bookPinChange(person, LATER),
  addBadge: (person) => bookBadge(person, BADGE, LATER),
  removeBadge: (person) => bookBadgeRemoval(person, BADGE, decision()),
};

const ACTIVE = member();
const DISABLED = member({ status: 'disabled', disabledAt: AT });

test.each([
  ['change', 'pos.staff.changed', 'pos.staff.changed'],
  ['disable', 'pos.staff.disabled', 'person_disabled'],
  ['enable', 'person_active', 'pos.staff.enabled'],
  ['assign', 'pos.staff.rights_changed', 'pos.staff.rights_changed'],
  ['resetPin', 'pos.staff.pin_reset', 'person_disabled'],
  ['changePin', 'pos.staff.pin_changed', 'person_disabled'],
  ['addBadge', 'pos.staff.badge_added', 'person_disabled'],
  ['removeBadge', 'pos.staff.badge_removed', 'pos.staff.badge_removed'],
])('%s: active → %s, disabled → %s', (command, ofActive, ofDisabled) => {
  for (const [person, expected] of [
    [ACTIVE, ofActive],
    [DISABLED, ofDisabled],
  ] as const) {
    const run = (): Decision<StaffMember, StaffEvent> => (COMMANDS[command] as Command)(person);
    if (!expected.startsWith('pos.')) expect(run).toThrow(expected);
    else {
      const { state, events } = run();
      expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([[expected, 2]]);
      expect([state.version, state.updatedAt]).toEqual([2, LATER]);
    }
  }
});

test('somebody is taken on active, with what they may do in order and without repeats', () => {
  const {
    status: _s,
    disabledAt: _d,
    createdBy: _c,
    createdAt: _a,
    updatedAt: _u,
    version: _v,
    ...wish
  } = member({
    assignments: [role('manager'), role('cashier', { deviceKinds: ['till', 'kiosk', 'till'] }), role('manager')],
  });
  const { state, events } = hire(wish, { by: caller(), at: AT });
  expect(state.assignments).toEqual([role('cashier', { deviceKinds: ['kiosk', 'till'] }), role('manager')]);
  expect(state).toMatchObject({ status: 'active', createdBy: 'user:boss', version: 1 });
  expect(events).toMatchObject([{ type: 'pos.staff.created', aggregate: 'staff', aggregateId: 'p1', sequence: 1 }]);
});

test('nothing happens where nothing changes', () => {
  const person = member({ email: 'Ann@example.com', assignments: [role('cashier')] });
  expect(changeStaff(person, { displayName: 'Ann' }, LATER)).toEqual({ state: person, events: [] });
  expect(assignRoles(person, [role('cashier'), role('cashier')], decision())).toEqual({ state: person, events: [] });
  expect(withoutSame(person, { email: 'ann@EXAMPLE.com', displayName: 'A' })).toEqual({ displayName: 'A' });
  expect(withoutSame(person, { email: 'other@example.com' })).toEqual({ email: 'other@example.com' });
});

test('events name what was changed, and tell no name but the one that screens show', () => {
  const person = member({ firstName: 'Ann', email: 'a@example.com' });
  const { events } = changeStaff(person, { firstName: 'Anna', email: 'b@example.com', staffNumber: '7' }, LATER);
  expect(events[0]?.data).toMatchObject({
    changed: ['staffNumber', 'firstName', 'email'],
    before: { staffNumber: '1001', displayName: 'Ann', userId: null },
  });
  expect(JSON.stringify(events)).not.toMatch(/Anna|example/);
});

const OUTLET = 'o1' as OutletId;
const SELF = caller({ id: 'p1' });

test.each([
  ['the last owner', [role('owner')], { otherOwners: 0 }, 'last_owner'],
  ['the last administrator', [role('cashier'), role('business_admin')], { otherOwners: 0 }, 'last_owner'],
  ['one of two owners', [role('owner')], { otherOwners: 1 }, undefined],
  ['the owner of one outlet', [role('owner', { outlets: [OUTLET] })], { otherOwners: 0 }, undefined],
  ['the last owner, at the vendor', [role('owner')], { otherOwners: 0, ofPlatform: true }, undefined],
  ['the last super administrator', [role('platform_super_admin')], { otherOwners: 0, ofPlatform: true }, 'last_owner'],
  ['a cashier', [role('cashier')], { otherOwners: 0 }, undefined],
  ['oneself', [role('cashier')], { by: SELF }, 'own_person'],
  ['a namesake of another kind', [role('cashier')], { by: caller({ kind: 'api-key', id: 'p1' }) }, undefined],
])('disabling and demoting %s', (_title, assignments, changes, refusal) => {
  const person = member({ assignments });
  for (const run of [
    () => disableStaff(person, decision(changes)),
    () => assignRoles(person, [role('clerk')], decision(changes)),
  ]) {
    if (refusal === undefined) expect(run().events).toHaveLength(1);
    else expect(run).toThrow(refusal);
  }
});

test('the auth service, whose user is gone, disables the last owner, too', () => {
  const by = caller({ kind: 'system', id: 'auth' });
  const { state } = disableStaff(member({ assignments: [role('owner')] }), decision({ by, otherOwners: 0 }));
  expect(state.status).toBe('disabled');
});

test('nobody gives themselves a PIN at a device; in the back office an administrator may', () => {
  expect(() => bookPinReset(member(), decision({ by: caller({ id: 'p1', deviceId: 'd1' }) }))).toThrow('own_person');
  expect(bookPinReset(member(), decision({ by: SELF })).events).toHaveLength(1);
});

describe('reach', () => {
  const other = 'o2' as OutletId;
  const may = (changes: object) => caller({ permissions: new Set(['sell', 'refund']), ...changes });
  test.each([
    ['as much', may({}), [role('manager')], ['sell', 'refund'], true],
    ['more', may({}), [role('owner')], ['sell', 'close'], false],
    ['here', may({ outlets: new Set([OUTLET]) }), [role('cashier', { outlets: [OUTLET] })], ['sell'], true],
    ['elsewhere', may({ outlets: new Set([OUTLET]) }), [role('cashier', { outlets: [other] })], ['sell'], false],
    ['everywhere', may({ outlets: new Set([OUTLET]) }), [role('cashier')], ['sell'], false],
    ['nowhere', may({ outlets: new Set([OUTLET]) }), [], [], false],
    ['in another region', may({ regions: new Set(['east']) }), [role('x', { regions: ['west'] })], [], false],
    ['in the own region', may({ regions: new Set(['east']) }), [role('x', { regions: ['east'] })], [], true],
    ['told by a sibling', caller({ kind: 'system' }), [role('owner')], ['close'], true],
  ])('%s', (_title, by, assignments, permissions, isWithin) => {
    const run = (): void => assertWithin(by, assignments, new Set(permissions));
    if (isWithin) expect(run).not.toThrow();
    else expect(run).toThrow('rights_exceed_caller');
  });

  test('who is seen, and who is oneself', () => {
    const local = caller({ outlets: new Set([OUTLET]) });
    expect(maySee(caller(), [])).toBe(true);
    expect(maySee(local, [])).toBe(false);
    expect(maySee(local, [role('cashier', { outlets: [other] })])).toBe(false);
    expect(maySee(local, [role('cashier', { outlets: [other, OUTLET] })])).toBe(true);
    expect(maySee(local, [role('owner')])).toBe(true);
    expect(isSelf(caller({ id: 'u1' }), { id: member().id, userId: 'u1' })).toBe(true);
    expect(isSelf(SELF, { id: member().id, userId: 'u1' })).toBe(false);
  });
});
