import type { Id, OutletId } from '../../../kernel/ids.js';
import { GIVE_UP_MS } from './charge.js';
import { after, AT, PATIENCE } from './charge.examples.js';
import { hintOf, transferKey, TRANSFER_STATUSES, type RefundTransfer, type TransferStatus } from './transfer.js';
import { hearTransfer, retryTransfer, sendTransfer, settleByHand, type TransferHeard } from './transfer-lifecycle.js';

const HEARD = {
  done: { kind: 'done', reference: 'R1' },
  pending: { kind: 'pending', reference: 'R1' },
  failed: { kind: 'failed', reason: 'refused', reference: null },
  unknown: { kind: 'unknown', error: 'timeout' },
  absent: { kind: 'absent', error: 'not_found' },
} as const satisfies Record<string, TransferHeard>;
const COMMANDS = {
  ...Object.fromEntries(
    Object.entries(HEARD).map(([name, one]) => [
      name,
      (t: RefundTransfer) => hearTransfer(t, one, after(1_000), PATIENCE),
    ]),
  ),
  send: (t: RefundTransfer) => ({ state: sendTransfer(t, AT, 1_000) ?? t, happening: null }),
  retry: (t: RefundTransfer) => retryTransfer(t, AT),
  byHand: (t: RefundTransfer) => settleByHand(t, { actor: 'user:anna', reason: 'cash', reference: null }, AT),
} as Record<Command, (t: RefundTransfer) => ReturnType<typeof retryTransfer>>;
type Command = keyof typeof HEARD | 'send' | 'retry' | 'byHand';

/** `-`: nothing changes; `!`: refused; otherwise the status after it, and what is told. */
const TABLE: Record<TransferStatus, Record<Command, string>> = {
  created: {
    ...{ done: 'done>done', pending: 'pending', failed: 'failed>failed', unknown: 'pending', absent: 'created' },
    ...{ send: 'sent', retry: '!', byHand: '!' },
  },
  sent: {
    ...{ done: 'done>done', pending: 'pending', failed: 'failed>failed', unknown: 'pending', absent: 'created' },
    ...{ send: '-', retry: '!', byHand: '!' },
  },
  pending: {
    ...{ done: 'done>done', pending: 'pending', failed: 'failed>failed', unknown: 'pending', absent: 'created' },
    ...{ send: '-', retry: '!', byHand: '!' },
  },
  unknown: {
    ...{ done: 'done>done', pending: 'unknown', failed: 'failed>failed', unknown: 'unknown', absent: 'created' },
    ...{ send: '-', retry: 'pending>retried', byHand: 'done>settled_by_hand' },
  },
  failed: {
    ...{ done: 'done>done', pending: '-', failed: '-', unknown: '-', absent: '-' },
    ...{ send: '-', retry: 'created>retried', byHand: 'done>settled_by_hand' },
  },
  done: {
    ...{ done: '-', pending: '-', failed: '-', unknown: '-', absent: '-', send: '-', retry: '!', byHand: '!' },
  },
};

test.each(
  TRANSFER_STATUSES.flatMap((status) =>
    (Object.keys(TABLE.done) as Command[]).map((command) => [status, command] as const),
  ),
)('a refund that is %s, told %s', (status, command) => {
  expect(outcomeOf(refundIn(status), command)).toBe(TABLE[status][command]);
});

test('a refused wish is made again under another key, one without an answer under its own', () => {
  expect(transferKey(refundIn('failed'))).toBe('refund-0197');
  expect(transferKey(retryTransfer(refundIn('failed'), AT).state)).toBe('refund-0197-2');
  expect(transferKey(retryTransfer(refundIn('unknown'), AT).state)).toBe('refund-0197');
});

test('without an answer it is unknown in time, asked about for three days, and then told of', () => {
  const late = hearTransfer(refundIn('sent'), HEARD.unknown, after(PATIENCE.unknownMs), PATIENCE);
  expect([late.state.status, late.happening]).toEqual(['unknown', null]);
  const given = hearTransfer(late.state, HEARD.unknown, after(GIVE_UP_MS), PATIENCE);
  expect([given.state.status, given.state.nextTryAt, given.happening]).toEqual(['unknown', null, 'failed']);
  expect(hearTransfer(refundIn('created'), HEARD.absent, after(GIVE_UP_MS), PATIENCE).state.status).toBe('failed');
});

test.each([
  ['254700000001', '…0001'],
  ['12', '…'],
])('of %s people see %s', (account, hint) => {
  expect(hintOf(account)).toBe(hint);
});

function refundIn(status: TransferStatus): RefundTransfer {
  return {
    ...{ kind: 'refund', id: '0197' as RefundTransfer['id'], paymentId: 'p' as Id<'payment'>, refundId: 'r' },
    ...{ orderId: 'o' as Id<'order'>, chargeKey: 'charge-p', chargeReference: null, outletId: 'u' as OutletId },
    ...{ provider: 'double', amount: { amount: 500, currency: 'KES' }, reason: 'cold', status, attempt: 1 },
    ...{ providerReference: null, failure: null, tries: 0, nextTryAt: AT, createdAt: AT, askedAt: AT },
    ...{ settledAt: null, createdBy: 'user:anna', settledBy: null, settledReason: null, test: false },
    ...{ version: 1, sequence: 0 },
  };
}

function outcomeOf(refund: RefundTransfer, command: Command): string {
  try {
    const { state, happening } = COMMANDS[command](refund);
    if (state === refund) return '-';
    return happening === null ? state.status : `${state.status}>${happening}`;
  } catch (error) {
    expect(error).toMatchObject({ code: 'provider_refund_settled' });
    return '!';
  }
}
