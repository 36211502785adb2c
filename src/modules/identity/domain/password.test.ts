import type { Refusal } from '../../../kernel/refusal.js';
import { assertPassword } from './password.js';

const OWNER = { email: 'wanjiru@greenleaf.example', names: ['Wanjiru Kamau', 'green-leaf'] };

function refused(password: string, minLength = 12): string | undefined {
  try {
    assertPassword(password, minLength, OWNER, '/password');
  } catch (error) {
    const { code, facts, fields } = error as Refusal;
    expect([code, facts, fields[0]?.pointer]).toEqual(['password_refused', {}, '/password']);
    return fields[0]?.message;
  }
  return undefined;
}

test.each([
  'seven kites over the harbour',
  'Zp4!mQ8#vT1&',
  'mjusi wa kijani anacheka',
  '鯖の味噌煮とほうれん草のお浸し',
  'tilting windmills badly',
  'ünïcödé überall schön',
  '🐘🦒🦓🦛🐆🐊🦩🦜🐍🦎🐢🦏',
])('%s is a password', (password) => {
  expect(refused(password)).toBeUndefined();
});

const TRIED_FIRST = 'is among those that are tried first';
const OWN = 'must not be made of your own name, your address or the name of the business';
test.each([
  ['password1234', TRIED_FIRST],
  ['Password1234!', TRIED_FIRST],
  ['passwordpassword', TRIED_FIRST],
  ['P@ssw0rd-2026', TRIED_FIRST],
  ['qwertyuiop123', TRIED_FIRST],
  ['123456789012', TRIED_FIRST],
  ['1q2w3e4r5t6y', TRIED_FIRST],
  ['iloveyou12345', TRIED_FIRST],
  ['CorrectHorseBatteryStaple', TRIED_FIRST],
  ['nairobi123456', TRIED_FIRST],
  ['wanjirukamau1', OWN],
  ['Wanjiru.Kamau.26', OWN],
  ['wanjiru@greenleaf.example', OWN],
  ['GreenLeaf2026!', OWN],
  ['aaaaaaaaaaaa', 'must have at least 5 different characters'],
  ['abababababab', 'must have at least 5 different characters'],
  ['xkcdexkcdexkcde', 'must not be a few characters over and over'],
  ['short', 'must have at least 12 characters'],
  ['', 'must have at least 12 characters'],
  ['🐘🦒🦓🦛🐆🐊🦩🦜🐍🦎🐢', 'must have at least 12 characters'],
  ['kites and\u0000harbours', 'must not have control characters'],
  [
    Array.from({ length: 129 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(''),
    'must have at most 128 characters',
  ],
])('%j is none', (password, message) => {
  expect(refused(password)).toBe(message);
});

test('the business may demand longer ones', () => {
  expect(refused('seven kites over', 16)).toBeUndefined();
  expect(refused('seven kites ove', 16)).toBe('must have at least 16 characters');
});

test('128 characters are not too many, and a letter is one however it is written', () => {
  expect(
    refused(Array.from({ length: 128 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')),
  ).toBeUndefined();
  expect(refused('e\u0301'.repeat(2) + 'xyzuvwqr')).toBe('must have at least 12 characters');
});
