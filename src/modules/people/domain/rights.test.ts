import fc from 'fast-check';
import type { OutletId } from '../../../kernel/ids.js';
import type { Assignment } from './assignment.js';
import { rolesAt, widest, type Place, type RightsThere } from './rights.js';
import { role } from './staff.examples.js';

const [A, B, C] = ['a', 'b', 'c'] as unknown as [OutletId, OutletId, OutletId];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  cashier: ['sell'],
  manager: ['sell', 'refund', 'report'],
  clerk: ['count'],
};

function rightsOf(assignments: readonly Assignment[], place: Place): RightsThere | undefined {
  const choices = rolesAt(assignments, place).map((holding) => ({
    ...holding,
    permissions: new Set(holding.roles.flatMap((code) => ALLOWED[code] ?? [])),
  }));
  return widest(choices);
}

const till = (outletId: OutletId): Place => ({ outletId, deviceKind: 'till' });
const shownRights = (rights: RightsThere | undefined) =>
  rights && {
    roles: rights.roles,
    outlets: rights.outlets && [...rights.outlets],
    regions: rights.regions && [...rights.regions],
  };

test.each<[string, Assignment[], Place, ReturnType<typeof shownRights>]>([
  ['no role, no rights', [], till(A), undefined],
  [
    'a role everywhere holds at a till',
    [role('cashier')],
    till(A),
    { roles: ['cashier'], outlets: [A], regions: null },
  ],
  ['a role elsewhere does not', [role('cashier', { outlets: [B] })], till(A), undefined],
  ['a role on other devices does not', [role('cashier', { deviceKinds: ['kiosk'] })], till(A), undefined],
  [
    'all that hold count together',
    [role('cashier'), role('manager', { outlets: [A, B] }), role('clerk', { deviceKinds: ['till'] })],
    till(A),
    { roles: ['cashier', 'clerk', 'manager'], outlets: [A], regions: null },
  ],
  ['a role on devices is none in the back office', [role('manager', { deviceKinds: ['till'] })], null, undefined],
  ['a role everywhere is one there', [role('manager')], null, { roles: ['manager'], outlets: null, regions: null }],
  [
    'what holds everywhere goes before what holds in one outlet',
    [role('clerk'), role('manager', { outlets: [A] })],
    null,
    { roles: ['clerk'], outlets: null, regions: null },
  ],
  [
    'else there where most is allowed',
    [role('manager', { outlets: [A] }), role('cashier', { outlets: [B] })],
    null,
    { roles: ['manager'], outlets: [A], regions: null },
  ],
  [
    'and wherever as much is',
    [role('manager', { outlets: [A, C] }), role('cashier', { outlets: [B, C] })],
    null,
    { roles: ['manager'], outlets: [A, C], regions: null },
  ],
  [
    'regions are kept apart in the same way',
    [role('manager', { regions: ['east'] }), role('cashier', { regions: ['west'] })],
    null,
    { roles: ['manager'], outlets: null, regions: ['east'] },
  ],
  [
    'a role in regions does not hold at a device, which is of none',
    [role('manager', { regions: ['east'] })],
    till(A),
    undefined,
  ],
  [
    'a role of outlets and regions would hold in all of the one or the other: it holds nowhere',
    [role('manager', { outlets: [A], regions: ['east'] })],
    null,
    undefined,
  ],
])('%s', (_title, assignments, place, expected) => {
  expect(shownRights(rightsOf(assignments, place))).toEqual(expected);
});

const assignment = fc.record({
  role: fc.constantFrom('cashier', 'manager', 'clerk'),
  outlets: fc.option(fc.subarray([A, B, C], { minLength: 1 })),
  deviceKinds: fc.option(fc.subarray(['till' as const, 'kiosk' as const], { minLength: 1 })),
  regions: fc.constant(null),
});

test('no right is given at an outlet where none of the roles that hold there gives it', () => {
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 6 }), fc.option(fc.constantFrom(A, B, C)), (assignments, at) => {
      const rights = rightsOf(assignments, at === null ? null : till(at));
      for (const outlet of rights?.outlets ?? [A, B, C]) {
        const there = assignments.filter(
          ({ outlets, deviceKinds }) =>
            (outlets?.includes(outlet) ?? true) &&
            (at === null ? deviceKinds === null : (deviceKinds?.includes('till') ?? true)),
        );
        const allowed = new Set(there.flatMap((one) => ALLOWED[one.role] ?? []));
        for (const permission of rights?.permissions ?? []) expect(allowed).toContain(permission);
      }
    }),
  );
});
