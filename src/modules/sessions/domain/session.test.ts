import type { OutletId } from '../../../kernel/ids.js';
import { initialsOf } from './initials.js';
import { begin, end, lock, unlock, type SessionDraft } from './session-lifecycle.js';
import { idleFrom, isLive, statusAt, type Session, type SessionId } from './session.js';

const BEGUN = Date.UTC(2026, 10, 21, 8);
const MINUTE = 60_000;
const after = (minutes: number): Date => new Date(BEGUN + minutes * MINUTE);
const DRAFT: SessionDraft = {
  id: 's' as SessionId,
  personId: 'p',
  actorId: 'ann',
  place: { deviceId: 'd', deviceKind: 'till', outletId: 'o' as OutletId },
  method: 'pin',
  hours: 16,
  idleMinutes: 10,
  mustFirst: null,
};
const of = (draft: Partial<SessionDraft> = {}): Session => begin({ ...DRAFT, ...draft }, ['cashier'], after(0)).state;
const END = { by: 'user:bob', why: 'forced', reason: 'lost' } as const;

const open = of();
const STATES: Readonly<Record<string, Session>> = {
  open,
  locked: lock(open, 'asked', after(1)).state,
  ended: end(open, { ...END, at: after(1) }).state,
};

const outcome = (work: () => { events: readonly { type: string }[] }): string => {
  try {
    return work()
      .events.map(({ type }) => type.slice('pos.session.'.length))
      .join();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

// What each command does in each state: soon, after the idle time, and after the end of its time.
test.each([
  ['open', 2, { lock: 'locked', unlock: '', end: 'ended', status: 'active' }],
  ['open', 10, { lock: 'locked', unlock: 'unlocked', end: 'ended', status: 'locked' }],
  ['open', 960, { lock: 'session_over', unlock: 'session_over', end: 'ended', status: 'expired' }],
  ['locked', 2, { lock: '', unlock: 'unlocked', end: 'ended', status: 'locked' }],
  ['locked', 10, { lock: '', unlock: 'unlocked', end: 'ended', status: 'locked' }],
  ['locked', 960, { lock: 'session_over', unlock: 'session_over', end: 'ended', status: 'expired' }],
  ['ended', 2, { lock: 'session_over', unlock: 'session_over', end: 'session_over', status: 'ended' }],
  ['ended', 960, { lock: 'session_over', unlock: 'session_over', end: 'session_over', status: 'ended' }],
])('%s, after %d minutes: %j', (name, minutes, expected) => {
  const session = STATES[name] as Session;
  const at = after(minutes);
  expect({
    lock: outcome(() => lock(session, 'asked', at)),
    unlock: outcome(() => unlock(session, at)),
    end: outcome(() => end(session, { ...END, at })),
    status: statusAt(session, at),
  }).toEqual(expected);
});

test('a session that ran out is booked as that, whoever ends it', () => {
  expect(end(open, { ...END, at: after(960) }).state.end).toMatchObject({ why: 'expired', reason: null });
  expect(end(open, { ...END, at: after(959) }).state.end).toMatchObject({ why: 'forced', reason: 'lost' });
});

test('without a device the idle time ends a session, for nobody could unlock it', () => {
  const office = of({ place: null, idleMinutes: 30 });
  expect([29, 30].map((minutes) => statusAt(office, after(minutes)))).toEqual(['active', 'expired']);
  expect(isLive(office, after(30))).toBe(false);
});

test('a device without an idle time never locks by itself', () => {
  const kitchen = of({ idleMinutes: null });
  expect(idleFrom(kitchen)).toBeNull();
  expect(statusAt(kitchen, after(959))).toBe('active');
});

test('each event raises the version, and opening begins the idle time anew', () => {
  const opened = unlock(STATES['locked'] as Session, after(5));
  expect(opened.state).toMatchObject({ version: 3, touchedAt: after(5), lockedAt: null });
  expect(opened.events).toMatchObject([{ type: 'pos.session.unlocked', sequence: 3, aggregate: 'sessions' }]);
});

test.each([
  ['Anna Maria Ngo', 'AN'],
  ['  anna  ', 'A'],
  ['Žofie Åberg', 'ŽÅ'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
