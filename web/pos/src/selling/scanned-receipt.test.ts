import { namesReceipt } from './scanned-receipt.js';

test.each([
  ['T1-000123', true],
  ['m-000001', true],
  ['MAIN2-1234567', true],
  ['https://shop.example/receipts/T1-000123', true],
  ['5901234123457', false],
  ['0100012345-67', false],
  ['T1', false],
  ['SKU-RED-12345', false],
  ['https://shop.example/menu', false],
])('%s names a receipt: %s', (code, is) => {
  expect(namesReceipt(code)).toBe(is);
});
