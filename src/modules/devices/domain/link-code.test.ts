import fc from 'fast-check';
import type { OutletId } from '../../../kernel/ids.js';
import { at } from './device.examples.js';
import {
  isClosed,
  opensFor,
  readLinkCode,
  statusOfCode,
  withdrawCode,
  WRONG_CODES_MAX,
  writeLinkCode,
  type LinkCode,
  type LinkCodeId,
} from './link-code.js';

const CODE: LinkCode = {
  ...{ id: 'c' as LinkCodeId, batchId: null, outletId: 'o' as OutletId, kind: 'till', name: 'Counter', serial: null },
  ...{ status: 'open', madeBy: 'user:amina', madeAt: at('08:00'), expiresAt: at('08:10'), deviceId: null },
};

test('a code is read as it was written, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (random) => {
      const code = writeLinkCode(random);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
        expect(readLinkCode(typed)).toBe(code);
      expect(readLinkCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }),
  );
});

test('different bytes make different codes', () => {
  const two = fc.tuple(fc.uint8Array({ minLength: 5, maxLength: 5 }), fc.uint8Array({ minLength: 5, maxLength: 5 }));
  fc.assert(
    fc.property(two, ([one, other]) => {
      const isSame = one.every((byte, index) => byte === other[index]);
      expect(writeLinkCode(one) === writeLinkCode(other)).toBe(isSame);
    }),
  );
});

test.each(['', 'ABCD', 'ABCD-EFGHJ', 'UUUU-UUUU', 'ABC!-DEFG', 'ÀBCD-EFGH'])('%p is no code', (typed) => {
  expect(readLinkCode(typed)).toBeUndefined();
});

test.each([
  { title: 'in time', code: CODE, when: '08:09', serial: null, opens: true },
  { title: 'too late', code: CODE, when: '08:10', serial: null, opens: false },
  { title: 'used', code: { ...CODE, status: 'used' as const }, when: '08:01', serial: null, opens: false },
  { title: 'withdrawn', code: { ...CODE, status: 'withdrawn' as const }, when: '08:01', serial: null, opens: false },
  { title: 'with the right serial', code: { ...CODE, serial: 'A1' }, when: '08:01', serial: 'A1', opens: true },
  { title: 'with another serial', code: { ...CODE, serial: 'A1' }, when: '08:01', serial: 'A2', opens: false },
  { title: 'without a serial', code: { ...CODE, serial: 'A1' }, when: '08:01', serial: null, opens: false },
])('a code $title: $opens', ({ code, when, serial, opens }) => {
  expect(opensFor(code, serial, at(when))).toBe(opens);
});

test('a code is taken back only while it is open', () => {
  expect(withdrawCode(CODE, at('08:01')).status).toBe('withdrawn');
  expect(() => withdrawCode(CODE, at('08:10'))).toThrow('link_code_not_open');
  expect(() => withdrawCode({ ...CODE, status: 'used' }, at('08:01'))).toThrow('link_code_not_open');
  expect(statusOfCode(CODE, at('08:10'))).toBe('expired');
});

test.each([
  { wrong: WRONG_CODES_MAX - 1, when: '08:01', closed: false },
  { wrong: WRONG_CODES_MAX, when: '08:01', closed: true },
  { wrong: WRONG_CODES_MAX + 5, when: '08:09', closed: true },
  { wrong: WRONG_CODES_MAX, when: '08:10', closed: false },
])('after $wrong wrong codes, at $when: closed $closed', ({ wrong, when, closed }) => {
  expect(isClosed({ since: at('08:00'), wrong }, at(when))).toBe(closed);
  expect(isClosed(undefined, at(when))).toBe(false);
});
