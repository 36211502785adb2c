import { decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import {
  sayAvailability,
  recount,
  type Availability,
  type AvailabilityDraft,
  type AvailabilityId,
} from './availability.js';

const AT = new Date('2026-01-05T12:00:00Z');
const LATER = new Date('2026-01-05T18:00:00Z');
const PLACE = { id: 'a' as AvailabilityId, outletId: 'o' as OutletId, sku: 'coffee' };
const draft = (changes: Partial<AvailabilityDraft> = {}): AvailabilityDraft => ({
  ...{ available: true, reason: null, until: null, remaining: null },
  ...changes,
});
const say = (before: Availability | undefined, changes: Partial<AvailabilityDraft>, expectedVersion?: number) =>
  sayAvailability(before, PLACE, draft(changes), { by: 'user:1', at: AT, expectedVersion });

test.each<[string, Partial<AvailabilityDraft>, string[]]>([
  ['off', { available: false }, []],
  ['off until later', { available: false, until: LATER, reason: 'oven' }, []],
  ['off until now', { available: false, until: AT }, ['/until']],
  ['on until later', { until: LATER }, ['/until']],
  ['twelve', { remaining: decimal('12') }, []],
  ['none', { remaining: decimal('0') }, []],
  ['fewer than none', { remaining: decimal('-0.1') }, ['/remaining']],
  ['a reason that is none', { available: false, reason: ' ' }, ['/reason']],
  ['a long reason', { available: false, reason: 'x'.repeat(201) }, ['/reason']],
])('%s', (_, changes, pointers) => {
  try {
    expect(say(undefined, changes).state).toMatchObject({ ...changes, version: 1, changedBy: 'user:1' });
    expect(pointers).toEqual([]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.fields.map(({ pointer }) => pointer)).toEqual(pointers);
  }
});

test('saying the same again changes nothing, saying it on another version is refused', () => {
  const { state, events } = say(undefined, { available: false, until: LATER, reason: 'oven' }, 0);
  expect(events).toMatchObject([{ sequence: 1, data: { before: null, availability: { available: false } } }]);
  expect(say(state, { available: false, until: new Date(LATER), reason: 'oven' })).toEqual({ state, events: [] });
  expect(say(state, {}, 1).events).toMatchObject([
    { sequence: 2, data: { before: { available: false }, availability: { available: true } } },
  ]);
  expect(() => say(state, {}, 2)).toThrow('version_mismatch');
});

test.each([
  ['12', '11', 1, undefined],
  ['1', '0', 2, false],
  ['0', '1', 2, true],
  ['0.5', '0.25', 1, undefined],
])('a count from %s to %s', (before, after, version, available) => {
  const { state } = say(undefined, { remaining: decimal(before) });
  const decided = recount(state, decimal(after));
  expect(decided.state).toMatchObject({ remaining: decimal(after), version });
  expect(decided.events.map(({ data }) => data.availability.available)).toEqual(
    available === undefined ? [] : [available],
  );
});
