import { EnterGate } from './enter-gate.js';

test.each([
  { title: 'one', at: [0], passes: [true] },
  { title: 'a second one at once', at: [0, 399], passes: [true, false] },
  { title: 'a second one later', at: [0, 400], passes: [true, true] },
  { title: 'a burst does not prolong the wait', at: [0, 200, 399, 400], passes: [true, false, false, true] },
])('$title', ({ at, passes }) => {
  const times = [...at];
  const gate = new EnterGate(() => times.shift() ?? 0);
  expect(at.map(() => gate.passes())).toEqual(passes);
});
