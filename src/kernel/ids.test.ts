import fc from 'fast-check';
import { isUuid, UuidV7Source } from './ids.js';

const noise = (size: number) => Uint8Array.from({ length: size }, (_, index) => (index * 37 + 201) % 256);
const at = (...times: number[]) => {
  let call = 0;
  return new UuidV7Source(() => times[Math.min(call++, times.length - 1)] ?? 0, noise);
};
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('an id is a UUID of version 7 that tells its time', () => {
  const id = at(1_735_689_600_000).next();
  expect(isUuid(id)).toBe(true);
  expect(id[14]).toBe('7');
  expect(timeOf(id)).toBe(1_735_689_600_000);
});

test.each([
  { title: 'within one millisecond', times: [1000] },
  { title: 'when the clock goes back', times: [1000, 999, 10, 1001] },
])('ids sort by creation $title', ({ times }) => {
  const source = at(...times);
  const ids = Array.from({ length: 5000 }, () => source.next());
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('whatever the random bytes, the form is right', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(2 ** 41), (random, ms) => {
      expect(
        isUuid(
          new UuidV7Source(
            () => ms,
            () => random,
          ).next(),
        ),
      ).toBe(true);
    }),
  );
});

test.each([
  { text: '0195934e-7a00-7000-8000-000000000001', uuid: true },
  { text: '9b2f4c3e-1111-4222-9333-444455556666', uuid: true },
  { text: '0195934E-7A00-7000-8000-000000000001', uuid: false },
  { text: '0195934e-7a00-7000-8000-00000000000', uuid: false },
  { text: '0195934e-7a00-0000-8000-000000000001', uuid: false },
  { text: '0195934e-7a00-7000-c000-000000000001', uuid: false },
  { text: '{0195934e-7a00-7000-8000-000000000001}', uuid: false },
  { text: '0195934e-7a00-7000-8000-000000000001\n', uuid: false },
])('$text: $uuid', ({ text, uuid }) => {
  expect(isUuid(text)).toBe(uuid);
});
