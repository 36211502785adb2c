import fc from 'fast-check';
import { makePin, PIN_FORM, trivialWhy, type TrivialWhy } from './pin.js';

const OWNER = { staffNumber: 'A-0917', phone: '+254700118462' };

test.each<[string, TrivialWhy | undefined]>([
  ['0000', 'same_digits'],
  ['99999999', 'same_digits'],
  ['1234', 'run'],
  ['4321', 'run'],
  ['0123', 'run'],
  ['3210', 'run'],
  ['7890', 'run'],
  ['0987', 'run'],
  ['234567', 'run'],
  ['1212', 'repeated'],
  ['123123', 'repeated'],
  ['12431243', 'repeated'],
  ['484848', 'repeated'],
  ['1900', 'year'],
  ['1984', 'year'],
  ['2026', 'year'],
  ['2099', 'year'],
  ['1899', undefined],
  ['2100', undefined],
  ['19840', undefined],
  ['31121999', 'date'],
  ['12311999', 'date'],
  ['19991231', 'date'],
  ['20261332', undefined],
  ['31129999', undefined],
  ['2580', 'well_known'],
  ['1122', 'well_known'],
  ['0917', 'staff_number'],
  ['00917', 'staff_number'],
  ['8462', 'phone'],
  ['118462', 'phone'],
  ['4711', undefined],
  ['83520', undefined],
  ['1357', undefined],
])('%s: %s', (pin, why) => {
  expect(trivialWhy(pin, OWNER)).toBe(why);
});

test('without a telephone and a number of digits there is less to compare with', () => {
  expect(trivialWhy('0917', { staffNumber: 'anna', phone: null })).toBeUndefined();
});

test('a PIN that the service makes up is never trivial', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (digits) => {
      let left = 2_000;
      // A stream that repeats for ever would never give one.
      const digit = (): number => ((left -= 1) > 0 ? (digits.next().value as number) : (left * left * 7) % 10);
      const pin = makePin(digit, OWNER);
      expect(pin).toMatch(PIN_FORM);
      expect(trivialWhy(pin, OWNER)).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
