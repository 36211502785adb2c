import { KES, type Cafe, type Json } from './cafe.js';
import type { Till } from './rush.js';

/** What is missing in the back drawer, above the limit; the front drawer has a coin too much. */
export const SHORTAGE = -6_000;
export const SURPLUS = 1_000;

/** Moves cash about between sales. */
export async function moveCash({ cashiers, done, manager }: Cafe, front: Till, back: Till): Promise<void> {
  const of = ({ session }: Till, command: string, body: object): Promise<Json> =>
    done(manager, 'POST', `/drawer-sessions/${session}/${command}`, body);
  await of(front, 'skims', { amount: KES(1_200_000), reason: 'to the safe', bag: 'B-1' });
  await of(back, 'skims', { amount: KES(300_000), reason: 'to the safe', bag: 'B-2' });
  await of(front, 'paid-in', { amount: KES(20_000), reason: 'coins from the bank', category: 'change' });
  await of(front, 'paid-out', { amount: KES(7_550), reason: 'milk', category: 'petty_cash', receiptReference: 'R-9' });
  await of(back, 'paid-out', { amount: KES(30_000), reason: 'ice', category: 'supplies', receiptReference: 'R-10' });
  await of(front, 'no-sale', { reason: 'change for the bus' });
  await of(back, 'no-sale', { reason: 'stuck note' });
  await of(back, 'no-sale', { reason: 'stuck note again' });
  await of(front, 'transfers', { toSessionId: back.session, amount: KES(50_000), reason: 'small notes' });
  const { expected } = await done(manager, 'GET', `/drawer-sessions/${front.session}`);
  const count = { counted: expected };
  await done(front.by, 'POST', `/drawer-sessions/${front.session}/handover`, { cashierId: cashiers[2].id, count });
}

/** Shares the pool out, and pays everybody out of the front drawer. @returns what each got. */
export async function shareTips({ all, call, done, manager, outletId, today }: Cafe, front: Till): Promise<Json> {
  const run = await done(manager, 'POST', `/outlets/${outletId}/tip-pools/${today}/distribute`);
  for (const { personId, owed } of await all(`/tips/balances?outletId=${outletId}`)) {
    if (owed.amount <= 0) continue;
    const wish = { outletId, personId, amount: owed, drawerSessionId: front.session, reason: 'end of the day' };
    const { status, text } = await call(manager, 'POST', '/tips/tip-outs', wish);
    if (status !== 201) throw new Error(text);
  }
  return run;
}

/** Counts and closes a drawer, blind. @param off how much the count differs from the books. @returns the closed session. */
export async function closeDrawer({ call, done, manager }: Cafe, { by, session }: Till, off: number): Promise<Json> {
  const path = `/drawer-sessions/${session}`;
  const { expected } = await done(manager, 'GET', path);
  const counting = await done(by, 'POST', `${path}/count`);
  if (counting.expected !== null || counting.session?.expected) throw new Error('a blind count told what to find');
  const hidden = await call(by, 'GET', path);
  if (hidden.body.expected !== null) throw new Error('who counts was told what to find');
  const counted = KES((expected.amount as number) + off);
  return done(by, 'POST', `${path}/close`, { counted, keepAsFloat: KES(200_000) });
}

/** Takes money from the safe to the bank, which counts a note less. */
export async function bank({ done, manager, outletId }: Cafe): Promise<Json> {
  const path = `/outlets/${outletId}/deposits`;
  const { id } = await done(manager, 'POST', path, { amount: KES(1_500_000), reference: 'B-1', reason: 'evening bag' });
  await done(manager, 'POST', `${path}/${id}/deposited`, { reference: 'slip 4' });
  return done(manager, 'POST', `${path}/${id}/confirm`, { amount: KES(1_490_000) });
}
