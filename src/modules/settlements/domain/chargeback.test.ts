import type { Chargeback, ChargebackId } from './chargeback.js';
import { addEvidence, closeChargeback, openChargeback } from './chargeback-lifecycle.js';

const AT = new Date('2026-11-20T10:00:00Z');
const opened = openChargeback({
  ...{
    id: 'c1' as ChargebackId,
    paymentId: 'p1',
    orderId: 'o1',
    outletId: null,
    provider: 'treasury',
    reference: 'R1',
  },
  ...{ amount: { amount: 1000, currency: 'KES' }, reason: 'not mine', dueBy: null, openedAt: AT, openedBy: 'ann' },
});
const states: Record<Chargeback['status'], Chargeback> = {
  opened: opened.state,
  won: closeChargeback(opened.state, 'won', null, AT).state,
  lost: closeChargeback(opened.state, 'lost', 'no slip', AT).state,
};
const commands = {
  addEvidence: (chargeback: Chargeback) => addEvidence(chargeback, 'a slip', 'ann', AT),
  win: (chargeback: Chargeback) => closeChargeback(chargeback, 'won', null, AT),
  lose: (chargeback: Chargeback) => closeChargeback(chargeback, 'lost', null, AT),
};
const outcomes: Record<keyof typeof commands, Record<Chargeback['status'], string>> = {
  addEvidence: { opened: 'pos.chargeback.evidence_added', won: 'chargeback_closed', lost: 'chargeback_closed' },
  win: { opened: 'pos.chargeback.won', won: 'nothing', lost: 'chargeback_closed' },
  lose: { opened: 'pos.chargeback.lost', won: 'chargeback_closed', lost: 'nothing' },
};

describe.each(Object.entries(outcomes))('%s', (command, row) => {
  test.each(Object.entries(row))('when %s: %s', (status, outcome) => {
    const run = (): string => {
      const before = states[status as Chargeback['status']];
      const { state, events } = commands[command as keyof typeof commands](before);
      if (events.length === 0) return state === before ? 'nothing' : 'changed in silence';
      expect(events).toMatchObject([{ sequence: before.version + 1, data: { before: before.status } }]);
      return events[0]?.type ?? '';
    };
    if (outcome.startsWith('chargeback_')) expect(run).toThrow(outcome);
    else expect(run()).toBe(outcome);
  });
});

test('evidence has a limit', () => {
  let chargeback = opened.state;
  for (let count = 0; count < 50; count += 1) chargeback = addEvidence(chargeback, 'more', 'ann', AT).state;
  expect(() => addEvidence(chargeback, 'more', 'ann', AT)).toThrow('chargeback_evidence_full');
});
