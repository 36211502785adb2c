import fc from 'fast-check';
import type { Decision } from '../../../kernel/decision.js';
import type { ShiftEvent } from './shift-events.js';
import { clockIn, clockOut, endBreak, startBreak, tellOverdue } from './shift-lifecycle.js';
import { correct, type ShiftChanges } from './shift-correction.js';
import { at, EACH, ended, onBreak, WISH, working } from './shift.examples.js';
import { workedMinutes, type Shift } from './shift.js';

type Outcome = Shift['status'] | 'shift_ended' | 'shift_on_break' | 'shift_not_on_break';
type Command = (shift: Shift) => Decision<Shift, ShiftEvent>;

const correction = (changes: ShiftChanges): Parameters<typeof correct>[1] => ({
  changes,
  reason: 'forgot',
  by: 'manager',
  businessDateOf: (time) => time.toISOString().slice(0, 10),
  longestMinutes: 120,
});
const COMMANDS: Readonly<Record<string, readonly [Command, Readonly<Record<Shift['status'], Outcome>>]>> = {
  'start break': [
    (shift) => startBreak(shift, at('20:00')),
    { working: 'on_break', on_break: 'shift_on_break', ended: 'shift_ended' },
  ],
  'end break': [
    (shift) => endBreak(shift, at('20:00')),
    { working: 'shift_not_on_break', on_break: 'working', ended: 'shift_ended' },
  ],
  'clock out': [
    (shift) => clockOut(shift, null, at('23:00')),
    { working: 'ended', on_break: 'ended', ended: 'shift_ended' },
  ],
  correct: [
    (shift) => correct(shift, correction({ job: 'bar' }), at('23:30')),
    { working: 'working', on_break: 'on_break', ended: 'ended' },
  ],
  'correct the end': [
    (shift) => correct(shift, correction({ clockedOutAt: at('23:00') }), at('23:30')),
    { working: 'ended', on_break: 'ended', ended: 'ended' },
  ],
  'tell overdue': [
    (shift) => tellOverdue(shift, at('20:00')),
    { working: 'working', on_break: 'on_break', ended: 'ended' },
  ],
};
const CASES = Object.entries(COMMANDS).flatMap(([name, [command, outcomes]]) =>
  Object.entries(outcomes).map(([status, outcome]) => ({ name, command, status: status as Shift['status'], outcome })),
);

test.each(CASES)('$name of a shift that is $status: $outcome', ({ command, status, outcome }) => {
  const shift = EACH[status]();
  if (outcome.startsWith('shift_')) {
    expect(() => command(shift)).toThrow(outcome);
    return;
  }
  const { state, events } = command(shift);
  expect(state.status).toBe(outcome);
  expect(state.eventSequence).toBe(shift.eventSequence + events.length);
  events.forEach((event) => expect(event).toMatchObject({ aggregate: 'shifts', sequence: state.eventSequence }));
});

test('a shift begins with its event, and is told of as too long once', () => {
  const { state, events } = clockIn(WISH, at('18:00'));
  expect(events).toMatchObject([{ type: 'pos.shift.started', sequence: 1, data: { shift: { personId: 'amina' } } }]);
  expect(tellOverdue(state, at('19:59')).events).toEqual([]);
  const told = tellOverdue(state, at('20:00'));
  expect(told.events).toMatchObject([{ type: 'pos.shift.overdue', data: { overdueAt: at('20:00').toISOString() } }]);
  expect(tellOverdue(told.state, at('21:00')).events).toEqual([]);
  expect(tellOverdue(ended(), at('23:59')).events).toEqual([]);
});

test('breaks are no work, and clocking out ends the one that lasts', () => {
  const rested = endBreak(onBreak(), at('19:30')).state;
  expect(workedMinutes(rested, at('20:00'))).toBe(90);
  const out = clockOut(startBreak(rested, at('21:00')).state, { amount: 500, currency: 'USD' }, at('22:00')).state;
  expect(out.breaks.at(-1)).toEqual({ from: at('21:00'), to: at('22:00') });
  expect(workedMinutes(out, at('23:00'))).toBe(150);
  expect(out.declaredTips).toEqual({ amount: 500, currency: 'USD' });
  expect(() => clockOut(working(), { amount: 500, currency: 'KES' }, at('22:00'))).toThrow('currency_mismatch');
});

test('a correction keeps what was before, who changed it and why', () => {
  const changes = { clockedInAt: at('17:00'), clockedOutAt: at('21:00'), declaredTips: { amount: 1, currency: 'USD' } };
  const { state, events } = correct(ended(), correction(changes), at('23:00'));
  expect(state.edits).toMatchObject([
    { by: 'manager', reason: 'forgot', before: { clockedInAt: at('18:00') }, after: { clockedInAt: at('17:00') } },
  ]);
  expect(state.overdueAt).toEqual(at('19:00'));
  expect(events).toMatchObject([
    { type: 'pos.shift.corrected', data: { before: { clockedOutAt: at('22:00').toISOString() }, reason: 'forgot' } },
  ]);
  const earlier = correct(ended(), correction({ clockedInAt: new Date('2026-03-05T23:00:00Z') }), at('23:00'));
  expect(earlier.state.businessDate).toBe('2026-03-05');
});

test.each<[string, Shift, ShiftChanges, string]>([
  ['an end before the beginning', ended(), { clockedOutAt: at('17:00') }, '/clockedOutAt'],
  ['a beginning that is to come', working(), { clockedInAt: at('23:30') }, '/clockedInAt'],
  ['an end that is to come', working(), { clockedOutAt: at('23:30') }, '/clockedOutAt'],
  ['a break outside', ended(), { breaks: [{ from: at('17:30'), to: at('18:30') }] }, '/breaks/0/from'],
  ['a break without end', ended(), { breaks: [{ from: at('19:00'), to: null }] }, '/breaks/0/to'],
  ['a break that ends first', ended(), { breaks: [{ from: at('19:00'), to: at('18:30') }] }, '/breaks/0/to'],
  [
    'breaks over each other',
    ended(),
    {
      breaks: [
        { from: at('19:00'), to: at('20:00') },
        { from: at('19:30'), to: at('20:30') },
      ],
    },
    '/breaks/1/from',
  ],
])('%s makes no shift', (_, shift, changes, pointer) => {
  const refused = (): unknown => correct(shift, correction(changes), at('23:00'));
  expect(refused).toThrow(
    expect.objectContaining({ code: 'shift_times_invalid', fields: [expect.objectContaining({ pointer })] }),
  );
});

test('whatever the clock is told, work and breaks together are the time between', () => {
  const step = fc.record({ verb: fc.constantFrom('start', 'end'), minutes: fc.integer({ min: -5, max: 300 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 0, max: 300 }), (steps, last) => {
      let shift: Shift = working();
      let now = at('18:00').getTime();
      for (const { verb, minutes } of steps) {
        now += minutes * 60_000;
        const isOpen = verb === 'start' ? shift.status === 'working' : shift.status === 'on_break';
        if (isOpen) shift = (verb === 'start' ? startBreak : endBreak)(shift, new Date(now)).state;
      }
      const out = clockOut(shift, null, new Date(now + last * 60_000)).state;
      const [from, to] = [out.clockedInAt.getTime(), out.clockedOutAt.getTime()];
      const off = out.breaks.reduce((sum, rest) => sum + ((rest.to as Date).getTime() - rest.from.getTime()), 0);
      let earliest = from;
      for (const rest of out.breaks) {
        expect(rest.from.getTime()).toBeGreaterThanOrEqual(earliest);
        earliest = (rest.to as Date).getTime();
      }
      expect(to).toBeGreaterThanOrEqual(earliest);
      expect(workedMinutes(out, new Date(to))).toBe((to - from - off) / 60_000);
    }),
  );
});
