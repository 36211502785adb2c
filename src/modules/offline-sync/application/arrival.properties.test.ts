import fc from 'fast-check';
import { FIRST_HASH, type EntryKind, type JsonObject, type SyncEntry } from '../domain/entry.js';
import { idOf, Killed, MemoryServer, outcomeOf, PERSON } from './offline-queue.examples.js';

const ORDERS = 3;
const SESSIONS = 2;

/** What a device may do next; about which order or session. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('sale', 'pay', 'complete', 'void', 'paid_in', 'close', 'bad', 'depends'),
    about: fc.nat({ max: ORDERS - 1 }),
    session: fc.nat({ max: SESSIONS - 1 }),
  }),
  { minLength: 1, maxLength: 14 },
);

interface Did {
  readonly kind: EntryKind;
  readonly body: JsonObject;
  readonly dependsOn?: readonly string[];
}

/** Makes what a device can really have done: it opens drawers before it uses them and places orders before it changes them. */
function lifeOf(wishes: readonly { what: string; about: number; session: number }[]): readonly SyncEntry[] {
  const did: Did[] = [];
  const begun = new Set<string>();
  const closed = new Set<string>();
  const bad: string[] = [];
  const add = (one: Did): number => did.push(one);
  const open = (sessionId: string): void => {
    if (!begun.has(sessionId)) add({ kind: 'drawer.open', body: { sessionId } });
    begun.add(sessionId);
  };
  for (const { what, about, session } of wishes) {
    const [orderId, sessionId] = [idOf(0x1000 + about), idOf(0x2000 + session)];
    const kinds: Record<string, EntryKind> = {
      pay: 'order.add_payment',
      complete: 'order.complete',
      void: 'order.void',
    };
    const kind = kinds[what];
    if (kind !== undefined) {
      if (!begun.has(orderId)) add({ kind: 'order.place', body: { orderId } });
      begun.add(orderId);
      add({ kind, body: { orderId } });
    } else if (what === 'bad' || what === 'depends') {
      const body = { orderId: idOf(0x3000 + did.length), bad: what === 'bad' };
      if (what === 'bad') bad.push(idOf(did.length + 1));
      add({ kind: 'order.place', body, ...(what === 'depends' && { dependsOn: bad.slice(-1) }) });
    } else if (!closed.has(sessionId)) {
      open(sessionId);
      if (what === 'close') closed.add(sessionId);
      const sale = { orderId: idOf(0x4000 + did.length), drawerSessionId: sessionId };
      if (what === 'sale') add({ kind: 'order.place', body: sale });
      else add({ kind: what === 'close' ? 'drawer.close' : 'drawer.paid_in', body: { sessionId } });
    }
  }
  return did.map(({ kind, body, dependsOn = [] }, index): SyncEntry => {
    const sequence = index + 1;
    return {
      ...{ id: idOf(sequence), sequence, at: '2026-11-21T10:00:00Z', kind, body: { ...body, mark: sequence } },
      ...{ actor: PERSON, approver: null, dependsOn, hash: `hash-${sequence}`, signature: 's' },
      previousHash: index === 0 ? FIRST_HASH : `hash-${index}`,
    };
  });
}

async function inOrder(entries: readonly SyncEntry[]): Promise<object> {
  const server = new MemoryServer();
  if (entries.length > 0) await server.send(entries);
  return outcomeOf(server);
}

test('whatever the order, however often, in whatever parts: the same comes of what a device did', async () => {
  const arrivals = steps.chain((wishes) => {
    const entries = lifeOf(wishes);
    const numbers = entries.map((_, index) => index);
    // Each comes at least once; some come again.
    const again = fc.array(fc.nat({ max: Math.max(0, entries.length - 1) }), { maxLength: 10 });
    const order = again.chain((more) =>
      fc.shuffledSubarray([...numbers.map((n) => [n, 0]), ...more.map((n, turn) => [n, turn + 1])], {
        minLength: entries.length + more.length,
        maxLength: entries.length + more.length,
      }),
    );
    return fc.record({ entries: fc.constant(entries), order, cuts: fc.array(fc.nat({ max: 5 }), { maxLength: 20 }) });
  });
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ entries, order, cuts }) => {
      const server = new MemoryServer();
      const queue = order.map(([n]) => entries[n as number] as SyncEntry);
      for (let turn = 0; queue.length > 0; turn += 1) await server.send(queue.splice(0, (cuts[turn] ?? 2) + 1));
      expect(outcomeOf(server)).toEqual(await inOrder(entries));
    }),
    { numRuns: 100 },
  );
});

test('a server that dies between entries, or in one, has each of them whole or not at all; sent again, nothing is doubled', async () => {
  const fates = fc.array(fc.constantFrom('lives', 'lives', 'before_commit', 'after_commit'), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps.map(lifeOf), fates, async (entries, fate) => {
      const server = new MemoryServer();
      const ahead = [...fate] as ('lives' | 'before_commit' | 'after_commit')[];
      server.fate = () => ahead.shift() ?? 'lives';
      let isTaken = entries.length === 0;
      while (!isTaken) {
        isTaken = await server.send(entries).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Killed)) throw error;
            return false;
          },
        );
      }
      expect(outcomeOf(server)).toEqual(await inOrder(entries));
    }),
    { numRuns: 100 },
  );
});
