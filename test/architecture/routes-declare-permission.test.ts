import { isPermission, PLATFORM_PERMISSIONS } from '../../src/modules/access/index.js';
import { operations } from '../harness/contract.js';

const rows = operations.map((operation) => ({ name: `${operation.method} ${operation.template}`, operation }));

test('the contract has routes', () => expect(rows.length).toBeGreaterThan(20));

// Who signs is believed without a permission: a further one is a decision.
const SIGNED = ['POST /v1/{tenant}/integrations/callbacks/{source}'];

test('routes that are signed instead of declaring a permission are the agreed ones', () => {
  expect(rows.filter(({ operation }) => operation.isSigned).map(({ name }) => name)).toEqual(SIGNED);
});

// Companies that know no headers of ours call an address that nobody else was told.
const BY_ADDRESS = [
  'POST /v1/{tenant}/integrations/payments/{provider}/{callbackToken}',
  'POST /v1/{tenant}/integrations/payments/{provider}/{callbackToken}/{requestId}',
];

test('routes that a word in the address opens are the agreed ones', () => {
  expect(rows.filter(({ operation }) => operation.isByAddress).map(({ name }) => name)).toEqual(BY_ADDRESS);
});

// Who comes to get a token has none: each further door is a decision.
const OPEN = [
  'POST /v1/platform/identity/sign-in',
  'POST /v1/platform/identity/invitations/accept',
  'POST /v1/platform/identity/password-resets',
  'POST /v1/platform/identity/password-resets/confirm',
  'POST /v1/{tenant}/pos/identity/sign-in',
  'POST /v1/{tenant}/pos/identity/invitations/accept',
  'POST /v1/{tenant}/pos/identity/password-resets',
  'POST /v1/{tenant}/pos/identity/password-resets/confirm',
  'POST /v1/{tenant}/pos/devices/activations',
];

test('routes that take no token are the agreed ones', () => {
  expect(rows.filter(({ operation }) => operation.isOpen).map(({ name }) => name)).toEqual(OPEN);
});

// A device sends its own queue and others hand in another's, each with a permission of its own: the use case knows which it is.
// A hub is asked how it is by itself, or by who may see queues.
const EITHER = ['GET /v1/{tenant}/pos/hub/status', 'POST /v1/{tenant}/pos/sync/batches'];

test('routes that one of several permissions opens are the agreed ones', () => {
  const named = [...SIGNED, ...BY_ADDRESS, ...OPEN];
  const others = rows.filter(({ name }) => !named.includes(name));
  expect(
    others
      .filter(({ operation }) => operation.permissions.length === 0)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(EITHER);
});

test.each(rows.filter(({ name }) => ![...SIGNED, ...BY_ADDRESS, ...OPEN, ...EITHER].includes(name)))(
  '$name declares one permission of the catalogue',
  ({ operation }) => {
    expect(operation.permissions).toHaveLength(1);
    expect(operation.permissions.every(isPermission)).toBe(true);
  },
);

test.each(rows)('$name is below a tenant, or the platform', ({ operation }) => {
  expect(operation.template).toMatch(/^\/v1\/(\{tenant\}\/(pos|integrations|exports)|platform)\//);
});

test.each(rows.filter(({ operation }) => operation.permissions.some(isOfPlatform)))(
  '$name, which takes a right of the vendor, is a route of the platform',
  ({ operation }) => expect(operation.template).toMatch(/^\/v1\/platform\//),
);

function isOfPlatform(permission: string): boolean {
  return PLATFORM_PERMISSIONS.some((one) => one === permission);
}

test('names of operations are unique', () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
});
