import * as fc from 'fast-check';
import { CHARGE_STATUSES, chargeKey, isInDoubt, type Charge, type ChargeStatus } from './charge.js';
import { after, AT, chargeIn, PATIENCE } from './charge.examples.js';
import { cancel, doubt, hear, lookAgain, resolve, send, type ChargeDecision, type Heard } from './charge-lifecycle.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const captured: Heard = { kind: 'captured', amount: null, reference: 'R1' };
const pending: Heard = { kind: 'pending', reference: 'R1' };
const failed: Heard = { kind: 'failed', reason: 'declined', reference: 'R1' };
const unknown: Heard = { kind: 'unknown', error: 'timeout' };
const absent: Heard = { kind: 'absent', error: 'not_found' };
const chargedBack: Heard = { kind: 'charged_back', reason: 'fraud' };
const won: Heard = { kind: 'chargeback_won' };

const COMMANDS = {
  send: (charge: Charge, at: Date) => asDecision(charge, send(charge, at, 1_000) ?? charge),
  cancel: (charge: Charge, at: Date) => cancel(charge, at),
  captured: heard(captured),
  pending: heard(pending),
  failed: heard(failed),
  unknown: heard(unknown),
  absent: heard(absent),
  chargedBack: heard(chargedBack),
  won: heard(won),
  resolveCaptured: (charge: Charge, at: Date) => resolve(charge, { as: 'captured', amount: null, reference: null }, at),
  resolveFailed: (charge: Charge, at: Date) => resolve(charge, { as: 'failed', amount: null, reference: null }, at),
} as const;
type Command = keyof typeof COMMANDS;

/** `-`: nothing changes; `!`: refused; otherwise the status after it, and what the order is told. */
const IN_TIME: Record<ChargeStatus, Record<Command, string>> = {
  created: {
    ...{ send: 'sent', cancel: 'cancelled', captured: 'captured>captured', pending: 'pending>pending' },
    ...{ failed: 'failed>failed', unknown: 'pending>pending', absent: 'created', chargedBack: 'charged_back>failed' },
    ...{ won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  sent: {
    ...{ send: '-', cancel: 'cancelling', captured: 'captured>captured', pending: 'pending>pending' },
    ...{ failed: 'failed>failed', unknown: 'pending>pending', absent: 'created', chargedBack: 'charged_back>failed' },
    ...{ won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  pending: {
    ...{ send: '-', cancel: 'cancelling', captured: 'captured>captured', pending: 'pending' },
    ...{ failed: 'failed>failed', unknown: 'pending', absent: 'created', chargedBack: 'charged_back>failed' },
    ...{ won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  unknown: {
    ...{ send: '-', cancel: 'cancelling', captured: 'captured>captured', pending: 'unknown' },
    ...{ failed: 'failed>failed', unknown: 'unknown', absent: 'failed>failed', chargedBack: 'charged_back>failed' },
    ...{ won: '-', resolveCaptured: 'captured>captured', resolveFailed: 'failed>failed' },
  },
  cancelling: {
    ...{ send: '-', cancel: '-', captured: 'captured>captured', pending: 'cancelling', failed: 'cancelled' },
    ...{ unknown: 'cancelling', absent: 'cancelled', chargedBack: 'charged_back', won: '-' },
    ...{ resolveCaptured: '!', resolveFailed: '!' },
  },
  cancelled: {
    ...{ send: '-', cancel: '-', captured: 'captured>captured', pending: '-', failed: '-', unknown: '-', absent: '-' },
    ...{ chargedBack: '-', won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  failed: {
    ...{ send: '-', cancel: '-', captured: 'captured>captured', pending: '-', failed: '-', unknown: '-', absent: '-' },
    ...{ chargedBack: '-', won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  captured: {
    ...{ send: '-', cancel: '-', captured: 'captured', pending: '-', failed: '-', unknown: '-', absent: '-' },
    ...{ chargedBack: 'charged_back>charged_back', won: '-', resolveCaptured: '!', resolveFailed: '!' },
  },
  charged_back: {
    ...{ send: '-', cancel: '-', captured: '-', pending: '-', failed: '-', unknown: '-', absent: '-' },
    ...{ chargedBack: '-', won: 'captured>chargeback_won', resolveCaptured: '!', resolveFailed: '!' },
  },
};

/** What is different once a charge has had its time. */
const OVERDUE: Partial<Record<ChargeStatus, Partial<Record<Command, string>>>> = {
  created: { pending: 'unknown>unknown', unknown: 'unknown>unknown', absent: 'failed>failed' },
  sent: { pending: 'unknown>unknown', unknown: 'unknown>unknown', absent: 'failed>failed' },
  pending: { pending: 'unknown>unknown', unknown: 'unknown>unknown', absent: 'failed>failed' },
};

const CELLS = CHARGE_STATUSES.flatMap((status) =>
  (Object.keys(COMMANDS) as Command[]).map((command) => [status, command] as const),
);

test.each(CELLS)('a charge that is %s, told %s', (status, command) => {
  expect(outcomeOf(chargeIn(status), command, after(1_000))).toBe(IN_TIME[status][command]);
});

test.each(CELLS)('a charge that is %s and overdue, told %s', (status, command) => {
  const expected = OVERDUE[status]?.[command] ?? IN_TIME[status][command];
  expect(outcomeOf(chargeIn(status), command, after(PATIENCE.unknownMs))).toBe(expected);
});

describe('money', () => {
  test('of another amount is captured as it came', () => {
    const { state, change } = hear(chargeIn('pending'), { ...captured, amount: KES(1000) }, AT, PATIENCE);
    expect([state.amountCaptured, change?.amount]).toEqual([KES(1000), KES(1000)]);
  });

  test('in another currency is stray, and a person must look', () => {
    const amount = { amount: 1250, currency: 'USD' };
    const { state, change, stray } = hear(chargeIn('pending'), { ...captured, amount }, AT, PATIENCE);
    expect([state.status, state.nextTryAt, change?.to, stray]).toEqual([
      'unknown',
      null,
      'unknown',
      { amount, reason: 'amount_differs', reference: 'R1' },
    ]);
  });

  test('that was charged back before anybody had told of it comes in when the chargeback is won', () => {
    const lost = hear(chargeIn('pending'), chargedBack, AT, PATIENCE);
    expect([lost.state.amountCaptured, lost.change?.to]).toEqual([null, 'failed']);
    const { state, change } = hear(lost.state, won, AT, PATIENCE);
    expect([state.status, state.amountCaptured, change?.to]).toEqual(['captured', KES(1250), 'captured']);
  });

  test('captured again under the same name is heard once, under another it is stray', () => {
    const charge = chargeIn('captured', { requestReference: 'R0', providerReference: 'R1' });
    for (const reference of ['R0', 'R1', null])
      expect(hear(charge, { ...captured, reference }, AT, PATIENCE)).toMatchObject({ state: charge, stray: null });
    expect(hear(charge, { ...captured, reference: 'R2' }, AT, PATIENCE)).toMatchObject({
      ...{ state: charge, change: null },
      stray: { amount: KES(1250), reason: 'captured_twice', reference: 'R2' },
    });
  });

  test('that nobody can prove to be of this amount makes a charge unknown, and stops the questions', () => {
    const stray = { amount: KES(1), reason: 'amount_differs', reference: 'R1' } as const;
    const decision = doubt(chargeIn('pending'), AT, stray);
    expect(decision.state).toMatchObject({ status: 'unknown', owner: 'user:anna', nextTryAt: null });
    expect(decision.stray).toBe(stray);
  });
});

describe('looks', () => {
  test('are made after growing waits, and never beyond the moment of becoming unknown', () => {
    let charge = chargeIn('sent');
    const waits: number[] = [];
    for (let at = AT; charge.unknownSince === null;) {
      charge = hear(charge, unknown, at, PATIENCE).state;
      waits.push((charge.nextTryAt?.getTime() ?? 0) - at.getTime());
      at = charge.nextTryAt ?? at;
    }
    expect(waits.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    expect(charge.unknownSince.getTime() - AT.getTime()).toBe(PATIENCE.unknownMs);
  });

  test('at one that is unknown end after three days, and a person has it', () => {
    const charge = chargeIn('unknown');
    expect(hear(charge, unknown, after(3 * 24 * 3_600_000 - 1), PATIENCE).state.nextTryAt).not.toBeNull();
    const { state } = hear(charge, unknown, after(3 * 24 * 3_600_000), PATIENCE);
    expect(state).toMatchObject({ status: 'unknown', owner: 'user:anna', nextTryAt: null });
  });

  test('are made at once where somebody claims something, also at what was given up', () => {
    for (const status of ['sent', 'pending', 'unknown', 'cancelling', 'failed', 'cancelled'] as const)
      expect(lookAgain(chargeIn(status, { nextTryAt: null }), 'captured', AT)).toMatchObject({ status, nextTryAt: AT });
    for (const status of ['created', 'captured', 'charged_back'] as const) {
      const charge = chargeIn(status);
      expect(lookAgain(charge, 'captured', AT)).toBe(charge);
    }
    expect(lookAgain(chargeIn('failed'), 'failed', AT).nextTryAt).toBeNull();
  });

  test('at what was given up end with the first answer that is no money', () => {
    const looked = lookAgain(chargeIn('cancelled'), 'captured', AT);
    expect(hear(looked, unknown, AT, PATIENCE).state.nextTryAt).not.toBeNull();
    expect(hear(looked, absent, AT, PATIENCE).state).toMatchObject({
      status: 'cancelled',
      nextTryAt: null,
      settledAt: AT,
    });
    expect(hear(looked, captured, AT, PATIENCE)).toMatchObject({
      state: { status: 'captured' },
      change: { to: 'captured' },
    });
  });
});

test('one that is cancelled and stays unanswered becomes a person’s, who may resolve it', () => {
  const { state, happenings, change } = hear(chargeIn('cancelling'), unknown, after(PATIENCE.unknownMs), PATIENCE);
  expect([state.status, state.owner, happenings, change]).toEqual([
    'cancelling',
    'user:anna',
    ['pos.payment.unknown'],
    null,
  ]);
  expect(resolve(state, { as: 'failed', amount: null, reference: null }, AT).state.status).toBe('cancelled');
});

test('the payer’s token is let go of with the end', () => {
  expect(hear(chargeIn('sent'), captured, AT, PATIENCE).state.payer).toEqual({});
  expect(hear(chargeIn('sent'), pending, AT, PATIENCE).state.payer).toEqual({ token: 'tok_1' });
});

test('whatever is heard in whatever order, money that was captured is never forgotten, and is the order’s once', () => {
  const any = fc.constantFrom(captured, pending, failed, unknown, absent, chargedBack, won);
  fc.assert(
    fc.property(fc.array(fc.tuple(any, fc.integer({ min: 0, max: 60_000 })), { maxLength: 20 }), (story) => {
      let charge = chargeIn('created');
      let [told, at, hadMoney] = [0, AT, false];
      for (const [one, ms] of story) {
        at = new Date(at.getTime() + ms);
        const before = charge;
        const { state, change, stray } = hear(charge, one, at, PATIENCE);
        if (change?.to === 'captured') told += 1;
        if (one.kind === 'captured' && before.status !== 'charged_back') hadMoney = true;
        expect(stray).toBeNull(); // one name only is used here
        expect(state.version - before.version).toBe(state === before ? 0 : 1);
        expect(state.nextTryAt === null || isInDoubt(state)).toBe(true);
        charge = state;
      }
      expect(told).toBeLessThanOrEqual(1);
      if (hadMoney) expect(['captured', 'charged_back']).toContain(charge.status);
    }),
  );
});

test('providers know a charge by its payment', () => {
  expect(chargeKey('0197')).toBe('charge-0197');
});

function heard(one: Heard): (charge: Charge, at: Date) => ChargeDecision {
  return (charge, at) => hear(charge, one, at, PATIENCE);
}

function asDecision(_charge: Charge, state: Charge): ChargeDecision {
  return { state, change: null, stray: null, happenings: [] };
}

function outcomeOf(charge: Charge, command: Command, at: Date): string {
  try {
    const { state, change } = COMMANDS[command](charge, at);
    if (state === charge) return '-';
    return change === null ? state.status : `${state.status}>${change.to}`;
  } catch (error) {
    expect(error).toMatchObject({ code: 'payment_not_in_doubt' });
    return '!';
  }
}
