import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { PinVerifier } from '../sign-in/pin-verifier.js';
import type { Approval } from '../till.js';
import { ManagerQuestion, type Question, type QuestionParts, type StaffToAsk } from './manager-question.js';

const RIGHT = 'orders:discount';
const ACT = {
  action: 'order.discount',
  targetId: 'order-1',
  amount: { amount: 500, currency: 'KES' },
  reason: 'regular',
};
const [STAND, MANAGER] = ['approvals:grant', { id: 'mona', name: 'Mona' }];

const person = (id: string, permissions: readonly string[], hasPin = true): StaffToAsk => {
  return { id, displayName: id, permissions, hasPin };
};
const STAFF = [
  person('anna', [RIGHT, STAND]),
  person('mona', [RIGHT, STAND]),
  person('otto', [RIGHT, STAND]),
  person('carl', [RIGHT]),
  person('dora', [STAND]),
  person('eve', [RIGHT, STAND], false),
];

/** A till where Mona (PIN 4826) and Dora (PIN 7193) signed in before; Anna asks. */
class Asking {
  readonly sent: object[] = [];
  online = true;
  sessionId: string | null = 's1';
  answer: () => Promise<unknown> = () => Promise.resolve({ id: 'approval-1' });
  readonly question: ManagerQuestion;
  asked!: Promise<Approval | null>;

  constructor() {
    const parts: QuestionParts = {
      person: () => ({
        personId: 'anna',
        sessionId: this.sessionId,
        name: 'Anna',
        permissions: new Set(),
        offline: false,
      }),
      client: () => ({ request: (...call: unknown[]) => this.take(call) }) as unknown as PosClient,
      online: () => this.online,
      known: {
        people: () => Promise.resolve([verifier('mona', [RIGHT, STAND]), verifier('dora', [STAND])]),
        check: async (id, pin) => {
          if (id === 'otto') return { kind: 'unknown' };
          if (pin !== (id === 'mona' ? '4826' : '7193')) return { kind: 'wrong' };
          return { kind: 'right', person: verifier(id, id === 'mona' ? [RIGHT, STAND] : [STAND]) };
        },
      },
      staff: () => STAFF,
      outletId: () => 'outlet-1',
      now: () => 1_000,
      defaultReason: () => 'Approved at the till',
    };
    this.question = new ManagerQuestion(parts);
  }

  ask(act: Question['act'] = ACT): Question {
    this.asked = this.question.ask(RIGHT, 'Discount of 20 %', act);
    const open = this.question.asked.value;
    if (open === null) throw new Error('nothing is asked');
    return open;
  }

  private take([, path, options]: unknown[]): Promise<unknown> {
    this.sent.push({ path, body: (options as { body: object }).body });
    return this.answer();
  }
}

function verifier(personId: string, permissions: readonly string[]): PinVerifier {
  return {
    personId,
    name: personId,
    permissions,
    salt: new Uint8Array(),
    rounds: 1,
    mac: new ArrayBuffer(),
    checkedAt: 0,
    provenAt: 0,
  };
}

const problem = (status: number, code: string): PosProblem => new PosProblem(status, { code, title: code });

test('with the network the service checks the PIN, for the act that was named', async () => {
  const till = new Asking();
  const question = till.ask();
  expect((await till.question.approvers(question)).map(({ id }) => id)).toEqual(['mona', 'otto']);
  expect(await till.question.decide(question, MANAGER, '4826')).toEqual({ kind: 'in' });
  const { amount, ...act } = ACT;
  const body = { ...act, outletId: 'outlet-1', approverId: 'mona', pin: '4826', amount };
  expect(till.sent).toEqual([{ path: '/pos/approvals/on-the-spot', body }]);
  const approver = { personId: 'mona', sessionId: null };
  expect(await till.asked).toEqual({ approver, name: 'Mona', approvalId: 'approval-1' });
  expect(till.question.asked.value).toBeNull();
});

test.each([
  ['a wrong PIN', problem(401, 'credentials_refused'), { kind: 'wrong' }],
  ['too many wrong ones', problem(429, 'sign_in_locked'), { kind: 'locked', until: 31_000 }],
  ['somebody who may not', problem(403, 'permission_missing'), { kind: 'without-right' }],
])('%s leaves the question open', async (_, refusal, outcome) => {
  const till = new Asking();
  till.answer = () => Promise.reject(refusal);
  const question = till.ask();
  expect(await till.question.decide(question, MANAGER, '0000')).toEqual(outcome);
  expect(till.question.asked.value).toBe(question);
});

test.each<[string, (till: Asking) => void]>([
  ['the network is away', (till) => void (till.online = false)],
  ['who asks signed in without the network', (till) => void (till.sessionId = null)],
])('where %s this device checks those who were here before', async (_, cut) => {
  const till = new Asking();
  cut(till);
  const question = till.ask();
  expect(await till.question.approvers(question)).toEqual([{ id: 'mona', name: 'mona' }]);
  expect(await till.question.decide(question, MANAGER, '1111')).toEqual({ kind: 'wrong' });
  expect(await till.question.decide(question, { id: 'dora', name: 'Dora' }, '7193')).toEqual({ kind: 'without-right' });
  expect(await till.question.decide(question, { id: 'otto', name: 'Otto' }, '4826')).toEqual({ kind: 'unknown' });
  expect(await till.question.decide(question, MANAGER, '4826')).toEqual({ kind: 'in' });
  expect(await till.asked).toEqual({ approver: { personId: 'mona', sessionId: null }, name: 'Mona' });
  expect(till.sent).toEqual([]);
});

test('a network that goes away at that moment is none', async () => {
  const till = new Asking();
  till.answer = () => Promise.reject(new PosUnreachable('gone', new Error('no route')));
  expect(await till.question.decide(till.ask(), MANAGER, '4826')).toEqual({ kind: 'in' });
  expect(await till.asked).toEqual({ approver: { personId: 'mona', sessionId: null }, name: 'Mona' });
});

test('an act of this device alone is nothing that the service is asked about', async () => {
  const till = new Asking();
  const question = till.ask({ action: null, targetId: 'device-1' });
  expect((await till.question.approvers(question)).map(({ id }) => id)).toEqual(['mona']);
  expect(await till.question.decide(question, MANAGER, '4826')).toEqual({ kind: 'in' });
  expect(till.sent).toEqual([]);
});

test('another question gives up the one before', async () => {
  const till = new Asking();
  till.ask();
  const first = till.asked;
  till.ask();
  expect(await first).toBeNull();
  till.question.giveUp();
  expect(await till.asked).toBeNull();
});
