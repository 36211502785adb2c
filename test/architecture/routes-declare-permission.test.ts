import { isPermission } from '../../src/modules/access/index.js';
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

test.each(rows.filter(({ name }) => ![...SIGNED, ...BY_ADDRESS].includes(name)))(
  '$name declares one permission of the catalogue',
  ({ operation }) => {
    expect(operation.permissions).toHaveLength(1);
    expect(operation.permissions.every(isPermission)).toBe(true);
  },
);

test.each(rows)('$name is below a tenant', ({ operation }) => {
  expect(operation.template).toMatch(/^\/v1\/\{tenant\}\/(pos|integrations|exports)\//);
});

test('names of operations are unique', () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
});
