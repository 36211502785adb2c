import { ScanBurst, type Burst } from './scan-burst.js';

/** Keys with the gap before each, in ms. */
type Pressed = readonly (readonly [key: string, gap: number])[];

function play(keys: Pressed): readonly Burst[] {
  const burst = new ScanBurst();
  let at = 0;
  const known = keys.flatMap(([key, gap]) => {
    at += gap;
    return burst.press(key, at);
  });
  return [...known, ...burst.settle()];
}

const fast = (text: string): Pressed => Array.from(text).map((key) => [key, 5] as const);

test.each<[string, Pressed, readonly Burst[]]>([
  ['a burst with Enter', [...fast('4006381333931'), ['Enter', 5]], [{ kind: 'scanned', code: '4006381333931' }]],
  ['a burst with Tab', [...fast('T1-000123'), ['Tab', 50]], [{ kind: 'scanned', code: 'T1-000123' }]],
  [
    'a burst with capitals',
    [['Shift', 1], ['A', 1], ['Shift', 1], ...fast('BCD'), ['Enter', 1]],
    [{ kind: 'scanned', code: 'ABCD' }],
  ],
  [
    'three characters',
    [...fast('500'), ['Enter', 5]],
    [
      { kind: 'typed', keys: ['5', '0', '0'] },
      { kind: 'typed', keys: ['Enter'] },
    ],
  ],
  ['a burst without an end', fast('400638'), [{ kind: 'typed', keys: Array.from('400638') }]],
  [
    'one gap too long',
    [...fast('400'), ['6', 51], ...fast('38'), ['Enter', 5]],
    [
      { kind: 'typed', keys: ['4', '0', '0'] },
      { kind: 'typed', keys: ['6', '3', '8'] },
      { kind: 'typed', keys: ['Enter'] },
    ],
  ],
  [
    'an Enter that comes late',
    [...fast('4006'), ['Enter', 60]],
    [
      { kind: 'typed', keys: Array.from('4006') },
      { kind: 'typed', keys: ['Enter'] },
    ],
  ],
  [
    'a function key',
    [
      ['6', 100],
      ['*', 100],
      ['F9', 100],
    ],
    [
      { kind: 'typed', keys: ['6'] },
      { kind: 'typed', keys: ['*'] },
      { kind: 'typed', keys: ['F9'] },
    ],
  ],
  [
    'six times a scan',
    [['6', 100], ['*', 100], ['4', 100], ...fast('006381'), ['Enter', 5]],
    [
      { kind: 'typed', keys: ['6'] },
      { kind: 'typed', keys: ['*'] },
      { kind: 'scanned', code: '4006381' },
    ],
  ],
])('%s', (_name, keys, known) => {
  expect(play(keys)).toEqual(known);
});
