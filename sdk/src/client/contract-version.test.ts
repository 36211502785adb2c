import { readFileSync } from 'node:fs';
import { ageOf, CONTRACT_VERSION } from './contract-version.js';

it('is the version of the contract that the types are made from', () => {
  const contract = JSON.parse(readFileSync('openapi/pos.json', 'utf8')) as { info: { version: string } };
  expect(CONTRACT_VERSION).toBe(contract.info.version);
});

it.each([
  [CONTRACT_VERSION, 'same'],
  ['0.0.9', 'older'],
  ['0.10.0', 'newer'],
  ['1.0.0', 'newer'],
])('a server of %s is %s', (version, age) => {
  expect(ageOf(version)).toBe(age);
});
