import { Refusal } from '../../../kernel/refusal.js';
import { FEATURES } from './feature.js';
import { UNLIMITED_TERMS } from './plan.js';
import { BUSINESS, NOW, onDay, paidLicence, termsOf } from './subscription.examples.js';
import {
  assign,
  cancel,
  extend,
  hear,
  hearAnswer,
  implicit,
  passTime,
  removeOverride,
  restore,
  revoke,
  setFlags,
  setOverride,
  type LicenceDecision,
} from './subscription-lifecycle.js';
import { entitlementsAt, nextTurn, ordersUntil, standingAt, statusAt, type Subscription } from './subscription.js';

const reason = 'because of the test';
const override = { name: 'devices', value: 7, reason, endsAt: null } as const;
const word = { terms: termsOf('pro'), status: 'active', paidUntil: onDay(90), graceUntil: null } as const;

type State = 'none' | 'trial' | 'active' | 'past_due' | 'grace' | 'expired' | 'cancelled' | 'revoked';
const STATES: Readonly<Record<State, { readonly licence: Subscription; readonly at: Date }>> = {
  none: { licence: implicit(BUSINESS, UNLIMITED_TERMS, NOW), at: NOW },
  trial: { licence: paidLicence({ trial: true, status: 'trial' }), at: onDay(1) },
  active: { licence: paidLicence(), at: onDay(1) },
  past_due: { licence: paidLicence({ status: 'past_due' }), at: onDay(10.5) },
  grace: { licence: paidLicence({ status: 'grace' }), at: onDay(12) },
  expired: { licence: paidLicence({ status: 'expired' }), at: onDay(24) },
  cancelled: { licence: paidLicence({ status: 'cancelled', cancelled: { at: NOW, reason } }), at: onDay(1) },
  revoked: { licence: paidLicence({ status: 'revoked', revoked: { at: NOW, reason } }), at: onDay(1) },
};

const COMMANDS = {
  assign: (licence, at) => assign(licence, { terms: termsOf('pro'), paidUntil: onDay(60) }, at),
  extend: (licence, at) => extend(licence, onDay(60), at, null),
  cancel: (licence, at) => cancel(licence, reason, at),
  revoke: (licence, at) => revoke(licence, reason, at),
  restore: (licence, at) => restore(licence, reason, at),
  setOverride: (licence, at) => setOverride(licence, override, at),
  setFlags: (licence, at) => setFlags(licence, { table_service: true }, at),
  hear: (licence, at) => hear(licence, word, at),
  passTime: (licence, at) => passTime(licence, at),
} satisfies Record<string, (licence: Subscription, at: Date) => LicenceDecision>;
type Command = keyof typeof COMMANDS;

const NO = 'licence_state_conflict';
const [CHANGED, EXPIRED] = ['pos.licence.changed', 'pos.licence.expired'];
/** What comes of each command in each state: the state after it, and what is told; or the refusal. */
const CELLS: Readonly<Record<Command, Readonly<Record<State, string>>>> = {
  assign: {
    ...{ none: `active ${CHANGED}`, trial: `active ${CHANGED}`, active: `active ${CHANGED}` },
    ...{ past_due: `active ${CHANGED}`, grace: `active ${CHANGED}`, expired: `active ${CHANGED}` },
    ...{ cancelled: `active ${CHANGED}`, revoked: NO },
  },
  extend: {
    ...{ none: NO, trial: `active ${CHANGED}`, active: `active ${CHANGED}`, past_due: `active ${CHANGED}` },
    ...{ grace: `active ${CHANGED}`, expired: `active ${CHANGED}`, cancelled: `active ${CHANGED}`, revoked: NO },
  },
  cancel: {
    ...{ none: `expired ${CHANGED} ${EXPIRED}`, trial: `cancelled ${CHANGED}`, active: `cancelled ${CHANGED}` },
    ...{ past_due: `expired ${CHANGED} ${EXPIRED}`, grace: `expired ${CHANGED} ${EXPIRED}`, expired: NO },
    ...{ cancelled: NO, revoked: NO },
  },
  revoke: {
    ...{ none: 'revoked pos.licence.revoked', trial: 'revoked pos.licence.revoked' },
    ...{ active: 'revoked pos.licence.revoked', past_due: 'revoked pos.licence.revoked' },
    ...{ grace: 'revoked pos.licence.revoked', expired: 'revoked pos.licence.revoked' },
    ...{ cancelled: 'revoked pos.licence.revoked', revoked: NO },
  },
  restore: {
    ...{ none: NO, trial: NO, active: NO, past_due: NO, grace: NO, expired: NO, cancelled: NO },
    revoked: 'active pos.licence.restored',
  },
  setOverride: everywhere(CHANGED),
  setFlags: everywhere(CHANGED),
  hear: {
    ...everywhere(CHANGED, 'active'),
    revoked: 'active pos.licence.restored',
  },
  passTime: everywhere(''),
};

function everywhere(told: string, status?: string): Readonly<Record<State, string>> {
  const states: readonly State[] = ['trial', 'active', 'past_due', 'grace', 'expired', 'cancelled', 'revoked'];
  const cell = (of: string): string => `${status ?? of} ${told}`.trim();
  return { none: cell('active'), ...Object.fromEntries(states.map((state) => [state, cell(state)])) } as Record<
    State,
    string
  >;
}

const cells = (Object.keys(COMMANDS) as Command[]).flatMap((command) =>
  (Object.keys(STATES) as State[]).map((state) => [command, state] as const),
);

test.each(cells)('%s of a licence that is %s', (command, state) => {
  const { licence, at } = STATES[state];
  const outcome = (): string => {
    try {
      const decided = COMMANDS[command](licence, at);
      return [decided.state.status, ...decided.events.map(({ type }) => type)].join(' ');
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  expect(outcome()).toBe(CELLS[command][state]);
});

test.each<[days: number, status: string]>([
  [9.99, 'active'],
  [10, 'past_due'],
  [10.99, 'past_due'],
  [11, 'grace'],
  [23.99, 'grace'],
  [24, 'expired'],
])('after %p days a licence of ten days and two weeks of grace is %s', (days, status) => {
  const licence = paidLicence();
  expect(statusAt(licence, onDay(days))).toBe(status);
  expect(passTime(licence, onDay(days)).state.status).toBe(status);
});

test('a day without grace ends with the paid time, and so does what was cancelled', () => {
  expect(statusAt(paidLicence({ graceUntil: onDay(10) }), onDay(10))).toBe('expired');
  const cancelled = cancel(paidLicence(), reason, onDay(1)).state;
  expect([statusAt(cancelled, onDay(9)), statusAt(cancelled, onDay(10))]).toEqual(['cancelled', 'expired']);
  expect(ordersUntil(cancelled)).toEqual(onDay(10));
});

test('a new business tries a plan for as long as it says, and who is known does not', () => {
  const fresh = assign(implicit(BUSINESS, UNLIMITED_TERMS, NOW), { terms: termsOf('pro') }, NOW).state;
  expect(fresh).toMatchObject({ status: 'trial', paidUntil: onDay(30), graceUntil: onDay(44), version: 1 });
  const again = assign(fresh, { terms: termsOf('standard') }, onDay(1)).state;
  expect(again).toMatchObject({ status: 'active', paidUntil: null, graceUntil: null, version: 2 });
});

test.each<[Date]>([[NOW], [onDay(5)], [onDay(10)]])('no time is taken away by extending until %p', (until) => {
  expect(() => extend(paidLicence(), until, NOW, null)).toThrow(expect.objectContaining({ code: 'licence_invalid' }));
});

test('time that passes is told once, with its end', () => {
  const late = passTime(paidLicence(), onDay(30));
  expect(late.events.map(({ type, sequence }) => [type, sequence])).toEqual([
    [CHANGED, 2],
    [EXPIRED, 3],
  ]);
  expect(passTime(late.state, onDay(40)).events).toEqual([]);
});

test('what was given beside the plan counts until its end, in the place of what was given before', () => {
  const more = setOverride(paidLicence(), { ...override, endsAt: onDay(2) }, NOW).state;
  const taken = setOverride(more, { name: 'loyalty', value: false, reason, endsAt: null }, NOW).state;
  const given = setOverride(taken, { name: 'audit_log', value: true, reason, endsAt: null }, NOW).state;
  const at = (day: number) => entitlementsAt(given, onDay(day), FEATURES);
  expect([at(1).limits.devices, at(2).limits.devices]).toEqual([7, 5]);
  expect([at(1).features?.has('loyalty'), at(1).features?.has('audit_log')]).toEqual([false, true]);
  expect(nextTurn(given, onDay(1))).toEqual(onDay(2));
  expect(passTime(given, onDay(3)).state.overrides).toHaveLength(2);
  expect(removeOverride(given, 'loyalty', onDay(1), null).state.overrides).toHaveLength(2);
  expect(() => removeOverride(given, 'staff', onDay(1), null)).toThrow('licence_override_not_found');
});

test('a feature can be taken from a plan that has all', () => {
  const licence = paidLicence({ terms: termsOf('pro') });
  const { features } = entitlementsAt(
    setOverride(licence, { name: 'webhooks', value: false, reason, endsAt: null }, NOW).state,
    NOW,
    FEATURES,
  );
  expect([features?.size, features?.has('webhooks')]).toEqual([FEATURES.length - 1, false]);
});

describe('the word of a subscription service', () => {
  const heard = hear(implicit(BUSINESS, UNLIMITED_TERMS, NOW), word, NOW).state;

  test('holds until it says another, however long it is silent', () => {
    expect(statusAt(heard, onDay(5_000))).toBe('active');
    expect(ordersUntil(heard)).toBeNull();
    expect(passTime(heard, onDay(5_000)).events).toEqual([]);
  });

  test('said again changes nothing but when it was heard', () => {
    const again = hear(heard, word, onDay(3));
    expect(again.events).toEqual([]);
    expect(again.state).toEqual({ ...heard, lastHeardAt: onDay(3) });
  });

  test('that it is not paid counts grace from when that was heard', () => {
    const unpaid = { ...word, status: 'past_due', paidUntil: onDay(10) } as const;
    const first = hear(hear(heard, { ...unpaid, status: 'active' }, onDay(1)).state, unpaid, onDay(40)).state;
    expect(first).toMatchObject({ status: 'past_due', graceUntil: onDay(54) });
    expect(hear(first, unpaid, onDay(45)).state.graceUntil).toEqual(onDay(54));
    expect(standingAt(first, onDay(5_000), FEATURES).ordersUntil).toBeNull();
    const expired = hear(first, { ...unpaid, status: 'expired' }, onDay(60));
    expect(expired.events.map(({ type }) => type)).toEqual([CHANGED, EXPIRED]);
    expect(standingAt(expired.state, onDay(60), FEATURES).ordersUntil).toEqual(onDay(60));
  });

  test('that it is revoked, and that it is not any more', () => {
    const revoked = hear(heard, { ...word, status: 'revoked' }, onDay(1));
    expect(revoked.events.map(({ type }) => type)).toEqual(['pos.licence.revoked']);
    expect(revoked.state.revoked).toMatchObject({ at: onDay(1) });
    expect(hear(revoked.state, word, onDay(2))).toMatchObject({
      state: { status: 'active', revoked: null },
      events: [{ type: 'pos.licence.restored' }],
    });
  });

  test('that was asked for before it said more by itself is passed over; from then on it is believed', () => {
    const revoked = hear(heard, { ...word, status: 'revoked' }, onDay(2)).state;
    expect(hearAnswer(revoked, word, onDay(1))).toEqual({ state: revoked, events: [] });
    expect(hearAnswer(revoked, word, onDay(2)).state.status).toBe('active');
    const ours = { ...revoked, source: 'local' } as const;
    expect(hearAnswer(ours, word, onDay(1)).state.status).toBe('active');
  });
});
