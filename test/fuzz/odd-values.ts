import type { Chance } from '../faults/chance.js';

/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

const NUMBERS = [
  0, -0, 1, -1, 0.5, 13.25, 1e21, -1e21, 1e308, 5e-324, 127, 255, 32_767, 65_536, 2_147_483_647, 2_147_483_648,
  -2_147_483_649, 9_007_199_254_740_991, 9_007_199_254_740_992, -9_007_199_254_740_992, 18_446_744_073_709_551_615,
];

const TEXTS = [
  '',
  ' ',
  '\t\n\r',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '\ufeff',
  '\u202eabc',
  'e\u0301\u0301\u0301',
  '💩',
  '👩‍👩‍👧‍👦',
  '\u2028',
  '\uffff',
  'ＦＵＬＬ',
  'null',
  'true',
  'NaN',
  'Infinity',
  '-',
  '+1',
  '0x10',
  '1e3',
  '١٢٣',
  '1,5',
  '.5',
  '5.',
  '00',
  '-0',
  '0',
  '-1',
  '0.0000001',
  '0.000001',
  '999999999.999999',
  '999999999',
  '1000000000',
  '-999999999.999999',
  '1'.repeat(400),
  'x'.repeat(10_000),
  '💩'.repeat(3_000),
  "'; drop table pos_orders; --",
  '$1',
  '%s%n',
  '{{7*7}}',
  '../../etc/passwd',
  '<script>',
  '\\',
  '"',
  '${x}',
  '__proto__',
  'constructor',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  '9999-12-31T23:59:59-23:59',
  '0000-01-01T00:00:00+23:59',
  '2026-02-31T10:00:00Z',
  '2026-12-31T23:59:60Z',
  '1969-12-31T23:59:59Z',
  '2026-01-01',
  '2026-13-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0197A3C2-7B1E-7C44-9D3E-6F0A1B2C3D4E',
  'USD',
  'usd',
  'XXX',
  'EUR',
  'JPY',
  'Europe/Berlin',
  'Nowhere/Nothing',
  'UTC',
  '24:00',
  '23:59',
  'en-u-ca-buddhist',
  'x'.repeat(64),
  'x'.repeat(65),
  'A'.repeat(255),
  'A'.repeat(256),
];

const MEMBERS = [
  'extra',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'a/b~c',
  'id',
  'tenantId',
  'status',
  '\ud800',
  'x'.repeat(1_000),
];

/** A text that programs stumble over. */
export function oddText(chance: Chance): string {
  return chance.pick(TEXTS);
}

/** A value of any kind that programs stumble over. */
export function oddValue(chance: Chance): Json {
  return chance.weighted<() => Json>([
    [5, () => oddText(chance)],
    [4, () => chance.pick(NUMBERS)],
    [2, () => null],
    [1, () => chance.happens(0.5)],
    [1, () => []],
    [1, () => ({})],
    [1, () => nested(chance.integer(2, 60))],
    [1, () => Array.from({ length: chance.integer(1, 600) }, () => 'x')],
    [1, () => ({ amount: chance.pick(NUMBERS), currency: chance.pick(['USD', 'JPY', 'BHD', 'ZZZ']) })],
  ])();
}

/** Changes a value in one random place: replaces, removes, adds, wraps or doubles something. */
export function mutate(value: Json, chance: Chance): Json {
  if (value === null || typeof value !== 'object' || chance.happens(0.15)) return mutateWhole(value, chance);
  if (Array.isArray(value)) return mutateList(value, chance);
  const members = Object.entries(value);
  if (members.length === 0 || chance.happens(0.2)) return { ...value, [chance.pick(MEMBERS)]: oddValue(chance) };
  const [name, member] = chance.pick(members);
  if (chance.happens(0.15)) return Object.fromEntries(members.filter(([other]) => other !== name));
  return { ...value, [name]: mutate(member, chance) };
}

function mutateWhole(value: Json, chance: Chance): Json {
  return chance.weighted<() => Json>([
    [8, () => oddValue(chance)],
    [1, () => [value]],
    [1, () => ({ value })],
    [1, () => (typeof value === 'string' ? value + oddText(chance) : JSON.stringify(value))],
  ])();
}

function mutateList(items: readonly Json[], chance: Chance): Json {
  if (items.length === 0) return [oddValue(chance)];
  const index = chance.integer(0, items.length - 1);
  return chance.weighted<() => Json>([
    [6, () => items.map((item, at) => (at === index ? mutate(item, chance) : item))],
    [1, () => [...items, items[index] as Json]],
    [1, () => items.filter((_, at) => at !== index)],
    [1, () => Array.from({ length: chance.integer(2, 520) }, () => items[index] as Json)],
  ])();
}

function nested(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
