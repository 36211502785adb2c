import { fingerprintOf } from './answering.js';

const of = (body: unknown): string => fingerprintOf({ method: 'POST', path: '/v1/t/pos/approvals/on-the-spot', body });

test('the order of members makes no difference, their content does', () => {
  expect(of({ a: 1, b: { c: 2, d: 3 } })).toBe(of({ b: { d: 3, c: 2 }, a: 1 }));
  expect(of({ a: 1 })).not.toBe(of({ a: 2 }));
  expect(of({ items: [{ a: 1 }, { a: 2 }] })).not.toBe(of({ items: [{ a: 2 }, { a: 1 }] }));
});

test.each(['pin', 'password', 'otp', 'accessToken', 'badge', 'secret'])('nothing of the member %s is in it', (name) => {
  const plain = of({ a: 1, deep: [{ b: 2 }] });
  expect(of({ a: 1, [name]: '4711', deep: [{ b: 2 }] })).toBe(plain);
  expect(of({ a: 1, deep: [{ b: 2, [name]: '4711' }] })).toBe(plain);
});

test.each(['code', 'pins', 'reason'])('the member %s is in it', (name) => {
  expect(of({ a: 1, [name]: 'x' })).not.toBe(of({ a: 1, [name]: 'y' }));
});
