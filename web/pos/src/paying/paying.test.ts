import { signal } from '@preact/signals';
import type { Order } from '../../../../sdk/src/contract/models.js';
import type { Till } from '../till.js';
import { EnterGate } from './enter-gate.js';
import { MemorySaleShelf, putShelf } from './kept-sales.js';
import { Paying } from './paying.js';
import type { SaleToPay } from './sale-to-pay.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const zero = KES(0);
const tender = (code: string, kind: string, provider: string | null = null) => ({
  ...{ code, kind, provider, name: code, referenceRequired: false, refundable: true, surcharge: null },
});
const TENDERS = [tender('cash', 'cash'), tender('card', 'card', 'simulator'), tender('slip', 'card')];

interface Appended {
  readonly kind: string;
  readonly body: Record<string, unknown>;
  readonly more: { readonly id: string; readonly dependsOn?: readonly string[] };
}

/** A till of which only what paying touches is there: a queue that keeps, a register that adds nothing, a service with answers. */
class Bench {
  readonly queued: Appended[] = [];
  readonly shown: string[] = [];
  readonly answers: unknown[] = [];
  soldTimes = 0;
  drawerOpened = 0;
  isFull = false;
  readonly online = signal(true);
  readonly training = signal(false);
  readonly till: Till;

  constructor(drawerPolicy: object | null = null) {
    const outlet = { currency: 'KES', cashRounding: null };
    const till = {
      ...{ online: this.online, training: this.training, queue: this.queue(), register: this.register() },
      book: signal({ outlet, tenders: TENDERS, staff: [], drawerPolicy, drawers: [], approvalRules: new Map() }),
      person: signal({ personId: 'ann', sessionId: 's', permissions: new Set<string>(), name: 'Ann' }),
      client: () => ({ request: async () => this.answer() }),
      go: (screen: string) => void this.shown.push(screen),
      openDrawer: () => void (this.drawerOpened += 1),
      ...{ may: () => true, nextReceiptNumber: async () => 'T1-000001', t: (key: string) => key, say: () => undefined },
      money: ({ amount }: { amount: number }) => String(amount),
    };
    this.till = till as unknown as Till;
    putShelf(this.till, new MemorySaleShelf());
  }

  paying(): Paying {
    return new Paying(this.till, undefined, new EnterGate(() => (this.clock += 1_000)));
  }
  private clock = 0;

  sale(amount: number, id = 'o1'): SaleToPay {
    const totals = { ...{ total: KES(amount), rounding: zero, paid: zero, change: zero, due: KES(amount) } };
    return {
      draft: { id, outletId: 'x' },
      order: { id, totals, lines: [] },
      ...{ approver: null, customer: null, placed: null, sold: () => (this.soldTimes += 1), renew: () => 'o2' },
    } as unknown as SaleToPay;
  }

  private answer(): unknown {
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  }

  private queue(): unknown {
    return {
      append: async (kind: string, body: Record<string, unknown>, _actor: unknown, more: Appended['more']) => {
        if (this.isFull) throw Object.assign(new Error('full'), { name: 'QueueFull' });
        this.queued.push({ kind, body, more });
        return { id: more.id };
      },
      outcomeOf: async (id: string) => {
        const found = this.queued.find(({ more }) => more.id === id);
        return found && { entry: found, state: 'waiting' };
      },
      ...{ send: async () => undefined, whenSettled: async () => ({ state: 'applied', order: { number: 'A-1' } }) },
    };
  }

  private register(): unknown {
    const ring = async (draft: { id: string }, payments: object[], _person: unknown, more: { complete: boolean }) => ({
      order: { id: draft.id, number: 'T1-000001', placedAt: '2026-11-21T10:00:00Z', totals: { total: KES(1_000) } },
      body: { order: { ...draft, payments, complete: more.complete } },
      receipt: { totals: { total: KES(1_000) } },
    });
    return { ring };
  }
}

const orderWith = (status: string, due: number, orderStatus = 'completed'): Order =>
  ({
    ...{ id: 'o1', number: 'A-1', status: orderStatus },
    totals: { total: KES(1_000), rounding: zero, paid: KES(1_000 - due), change: zero, due: KES(due) },
    payments: [{ id: 'any', tender: 'card', amount: KES(1_000), status, failure: 'declined' }],
  }) as unknown as Order;

/** The order as the service answers it for the payment that was asked for last. */
function answering(paying: Paying, order: Order): object {
  return {
    ...order,
    get payments() {
      return order.payments.map((payment) => ({ ...payment, id: paying.state.live.value?.id }));
    },
  };
}

beforeEach(() => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  Object.assign(globalThis, { localStorage: storage });
});

const pick = (paying: Paying, code: string): void => paying.pick(TENDERS.find((one) => one.code === code) as never);

test('Enter takes what is due in cash; it is in the queue before it is done, and under the id of the order', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  await paying.confirm();
  expect(bench.queued).toMatchObject([
    { kind: 'order.place', more: { id: 'o1' }, body: { order: { complete: true } } },
  ]);
  expect([paying.stage.value, bench.soldTimes, paying.locked.value]).toEqual(['done', 1, false]);
  expect(bench.drawerOpened).toBe(1);
});

test('what cannot be kept is not done', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  bench.isFull = true;
  await paying.confirm();
  expect([paying.stage.value, paying.state.problem.value, bench.soldTimes]).toEqual(['paying', 'trouble.full', 0]);
  expect(bench.drawerOpened).toBe(0);
  bench.isFull = false;
  await paying.confirm();
  expect(paying.stage.value).toBe('done');
});

test('a sale that was rung up before the till was switched off is not rung up again', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  await paying.confirm();
  const next = bench.paying();
  await next.begin(bench.sale(1_000));
  expect([next.stage.value, bench.soldTimes, bench.queued.length]).toEqual(['idle', 2, 1]);
});

test('what was taken of a bill outlives a restart', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  paying.type('4');
  await paying.confirm();
  expect(paying.locked.value).toBe(true);
  const next = bench.paying();
  expect(next.locked.value).toBe(true);
  await next.begin(bench.sale(1_000));
  expect(next.state.asked.value).toEqual(KES(600));
  await next.confirm();
  expect(bench.queued[0]?.body).toMatchObject({ order: { payments: [{ amount: KES(400) }, { amount: KES(600) }] } });
});

test('a card is asked for once the order is with the service, and the answer ends the sale', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  pick(paying, 'card');
  bench.answers.push(answering(paying, orderWith('captured', 0)), { totals: { total: KES(1_000) } });
  await paying.confirm();
  expect(bench.queued).toMatchObject([{ kind: 'order.place', body: { order: { complete: false } } }]);
  expect([paying.stage.value, bench.soldTimes, bench.drawerOpened]).toEqual(['done', 1, 0]);
});

test('a declined card leaves the order with the service; cash pays it through the queue, each act after the one before', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  pick(paying, 'card');
  bench.answers.push(answering(paying, orderWith('failed', 1_000, 'open')));
  await paying.confirm();
  expect([paying.stage.value, paying.state.problem.value, paying.locked.value]).toEqual(['paying', 'pay.failed', true]);
  pick(paying, 'cash');
  await paying.confirm();
  const [, payment, completion] = bench.queued;
  expect(payment).toMatchObject({ kind: 'order.add_payment', body: { orderId: 'o1', payment: { tender: 'cash' } } });
  expect(completion).toMatchObject({ kind: 'order.complete', more: { dependsOn: [payment?.more.id] } });
  expect(paying.stage.value).toBe('done');
});

test('while nobody knows of a payment no other is taken', async () => {
  const bench = new Bench();
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  pick(paying, 'card');
  bench.answers.push(answering(paying, orderWith('unknown', 1_000, 'open')));
  await paying.confirm();
  expect([paying.stage.value, paying.state.live.value?.state]).toEqual(['waiting', 'unknown']);
  pick(paying, 'cash');
  await paying.confirm();
  expect([bench.queued.length, paying.state.tender.value]).toEqual([1, 'card']);
  bench.answers.push({});
  await paying.collecting.giveUp();
  expect([paying.stage.value, paying.state.problem.value]).toEqual(['paying', 'pay.gaveUp']);
});

test.each([
  { title: 'a provider without the network', online: false, code: 'card', why: 'pay.needsNetwork' },
  { title: 'a slip for more than is due', online: true, code: 'slip', typed: '99', why: 'pay.onlyCashMore' },
])('refuses $title', async ({ online, code, typed = '', why }) => {
  const bench = new Bench();
  const paying = bench.paying();
  bench.online.value = online;
  await paying.begin(bench.sale(1_000));
  pick(paying, code);
  for (const digit of typed.split('')) paying.type(digit);
  if (paying.tender?.code === code) await paying.confirm();
  expect([paying.state.problem.value, bench.queued]).toEqual([why, []]);
});

test('takes money only into an open drawer where the outlet wants it so', async () => {
  const bench = new Bench({ sessionRequired: true });
  const paying = bench.paying();
  await paying.begin(bench.sale(1_000));
  await paying.confirm();
  expect([paying.state.problem.value, bench.queued]).toEqual(['pay.needsDrawer', []]);
});

test('training rings up and sends nothing', async () => {
  const bench = new Bench({ sessionRequired: true });
  const paying = bench.paying();
  bench.training.value = true;
  await paying.begin(bench.sale(1_000));
  await paying.confirm();
  expect([paying.stage.value, bench.queued, bench.drawerOpened]).toEqual(['done', [], 0]);
});
