import { ExpiringCache } from './expiring-cache.js';

let now = 0;
function remembering(): ExpiringCache<string> {
  now = 0;
  const cache = new ExpiringCache<string>(100, 2, () => now);
  cache.set('a', 'first');
  return cache;
}

test.each([
  { title: 'fresh', age: 0, maxAge: undefined, found: true },
  { title: 'as old as may be', age: 99, maxAge: undefined, found: true },
  { title: 'too old', age: 100, maxAge: undefined, found: false },
  { title: 'younger than asked for', age: 9, maxAge: 10, found: true },
  { title: 'older than asked for', age: 10, maxAge: 10, found: false },
  { title: 'asked for anew', age: 0, maxAge: 0, found: false },
  { title: 'asked for older than it can be', age: 100, maxAge: 1_000, found: false },
])('a value that is $title', ({ age, maxAge, found }) => {
  const cache = remembering();
  now = age;
  expect(cache.get('a', maxAge)).toBe(found ? 'first' : undefined);
});

test('what is too old for one who asks is kept for the others', () => {
  const cache = remembering();
  now = 50;
  expect(cache.get('a', 10)).toBeUndefined();
  expect(cache.get('a')).toBe('first');
});

test('the first to come makes room, and what is forgotten is gone', () => {
  const cache = remembering();
  cache.set('b', 'second');
  cache.set('c', 'third');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 'second', 'third']);
  cache.delete('b');
  cache.forget((value) => value === 'third');
  expect(['b', 'c'].map((key) => cache.get(key))).toEqual([undefined, undefined]);
});
