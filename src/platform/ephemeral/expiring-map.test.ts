import { ExpiringMap } from './expiring-map.js';

let now = 0;
beforeEach(() => void (now = 1_000));

const mapOf = (entries: number, maxWeight = Infinity): ExpiringMap<string> =>
  new ExpiringMap({ entries, weight: { max: maxWeight, of: (text) => text.length } }, () => now);

const keysIn = (map: ExpiringMap<string>, keys: string): string =>
  Array.from(keys)
    .filter((key) => map.get(key) !== undefined)
    .join('');

test('a value ends to the millisecond, and its memory is freed when it is asked for', () => {
  const map = mapOf(10);
  map.set('a', 'x', 5);
  now += 4;
  expect(map.get('a')).toEqual({ value: 'x', leftMs: 1 });
  now += 1;
  expect(map.get('a')).toBeUndefined();
  expect(map.size).toBe(0);
});

test('a value set anew lasts anew and is the youngest', () => {
  const map = mapOf(2);
  map.set('a', 'x', 5);
  map.set('b', 'x', 50);
  map.set('a', 'y', 50);
  map.set('c', 'x', 50);
  now += 5;
  expect(keysIn(map, 'abc')).toBe('ac');
});

test.each([
  { title: 'by number', map: () => mapOf(2), left: 'cd' },
  { title: 'by weight', map: () => mapOf(10, 6), left: 'cd' },
  { title: 'with one that alone is too heavy', map: () => mapOf(10, 2), left: '' },
])('the oldest make room: $title', ({ map, left }) => {
  const full = map();
  for (const key of 'abcd') full.set(key, 'xxx', 100);
  expect(keysIn(full, 'abcd')).toBe(left);
  full.clear();
  expect(full.size).toBe(0);
});

test('what was deleted or has ended weighs nothing', () => {
  const map = mapOf(10, 6);
  map.set('a', 'xxx', 100);
  map.delete('a');
  map.set('b', 'xxx', 0);
  map.set('c', 'xxx', 100);
  map.set('d', 'xxx', 100);
  expect(keysIn(map, 'abcd')).toBe('cd');
});

describe('what nobody asks for', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('is swept away, and then no timer is left', () => {
    const map = mapOf(10);
    map.set('a', 'x', 5);
    map.set('b', 'x', 100_000);
    now += 50_000;
    jest.advanceTimersByTime(31_000);
    expect(map.size).toBe(1);
    now += 100_000;
    jest.advanceTimersByTime(31_000);
    expect(map.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
