import fc from 'fast-check';
import { amountOf, emptyEntry, erase, typeKey } from './amount-entry.js';

const typed = (currency: string, ...keys: string[]) =>
  keys.reduce((entry, key) => (key === 'Backspace' ? erase(entry) : typeKey(entry, key)), emptyEntry(currency));

test.each([
  { title: 'a note of 500', currency: 'KES', keys: ['5', '0', '0'], typed: '500', amount: 50_000 },
  { title: 'two zeros at once', currency: 'KES', keys: ['5', '00'], typed: '500', amount: 50_000 },
  { title: 'cents after a point', currency: 'USD', keys: ['1', '2', '.', '5'], typed: '12.5', amount: 1_250 },
  { title: 'cents after a comma', currency: 'USD', keys: ['1', '2', ',', '5', '0'], typed: '12.50', amount: 1_250 },
  { title: 'a point first', currency: 'USD', keys: ['.', '5'], typed: '0.5', amount: 50 },
  { title: 'more digits than cents', currency: 'USD', keys: ['1', '.', '2', '3', '4'], typed: '1.23', amount: 123 },
  { title: 'three digits', currency: 'BHD', keys: ['1', '.', '2', '3', '4', '5'], typed: '1.234', amount: 1_234 },
  { title: 'a point where there are no cents', currency: 'JPY', keys: ['5', '.', '0'], typed: '50', amount: 50 },
  { title: 'a second point', currency: 'USD', keys: ['1', '.', '.', '5'], typed: '1.5', amount: 150 },
  { title: 'zeros before', currency: 'KES', keys: ['0', '0', '7'], typed: '7', amount: 700 },
  { title: 'letters change nothing', currency: 'KES', keys: ['5', 'k', '-', ' '], typed: '5', amount: 500 },
  { title: 'back', currency: 'KES', keys: ['5', '0', 'Backspace'], typed: '5', amount: 500 },
  { title: 'back to nothing', currency: 'KES', keys: ['5', 'Backspace', 'Backspace'], typed: '', amount: null },
])('$title', ({ currency, keys, typed: text, amount }) => {
  const entry = typed(currency, ...keys);
  expect(entry.typed).toBe(text);
  expect(amountOf(entry)?.amount ?? null).toBe(amount);
});

test('whatever is typed, the amount is a safe whole number of minor units', () => {
  const key = fc.constantFrom('0', '1', '5', '9', '00', '.', ',', 'Backspace', 'x');
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), fc.constantFrom('KES', 'JPY', 'BHD'), (keys, currency) => {
      const amount = amountOf(typed(currency, ...keys));
      return amount === null || (Number.isSafeInteger(amount.amount) && amount.amount >= 0);
    }),
  );
});
