import { readTypedCode, wishOfAddress, wishOfScan } from './link-wish.js';

test.each([
  ['7K3M-Q9TZ', '7K3M-Q9TZ'],
  [' 7k3m q9tz ', '7K3M-Q9TZ'],
  ['OIL01234', '0110-1234'],
  ['7K3M-Q9T', undefined],
  ['7K3M-Q9TU', undefined],
  ['', undefined],
])('%p is typed for %p', (typed, code) => {
  expect(readTypedCode(typed)).toBe(code);
});

test.each([
  ['#business=acme&code=7K3M-Q9TZ', { business: 'acme', code: '7K3M-Q9TZ' }],
  ['#link=7K3M-Q9TZ', { code: '7K3M-Q9TZ' }],
  ['', {}],
])('the address %p', (hash, wish) => {
  expect(wishOfAddress(hash)).toEqual(wish);
});

test.each([
  ['https://pos.example/link#business=acme&code=7K3M-Q9TZ', { business: 'acme', code: '7K3M-Q9TZ' }],
  ['https://pos.example/till/#business=acme&code=7K3M-Q9TZ', { business: 'acme', code: '7K3M-Q9TZ' }],
  ['7k3mq9tz', { code: '7K3M-Q9TZ' }],
  ['https://elsewhere.example/', {}],
])('the picture %p', (text, wish) => {
  expect(wishOfScan(text)).toEqual(wish);
});
