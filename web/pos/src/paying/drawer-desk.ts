import { signal } from '@preact/signals';
import { PosProblem, PosUnreachable } from '../../../../sdk/src/client/pos-problem.js';
import type { DrawerSession, XReport } from '../../../../sdk/src/contract/models.js';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { Money } from '../../../../sdk/src/money.js';
import { standFor } from '../shell/standing.js';
import type { Till, TillPerson } from '../till.js';
import { countedPieces, totalOf, type CountSheet } from './count-sheet.js';
import { drawerSignal, rememberDrawer, type OpenDrawer } from './drawer-memory.js';
import { refusalSentence } from './refusal-sentence.js';
import { actorOf } from './sale-booking.js';

type DrawerKind =
  | 'drawer.open'
  | 'drawer.skim'
  | 'drawer.paid_in'
  | 'drawer.paid_out'
  | 'drawer.no_sale'
  | 'drawer.count'
  | 'drawer.close';
type Body = Parameters<Till['queue']['append']>[1];

/** Cash that goes into the drawer or out of it by hand. */
export interface CashMove {
  readonly kind: 'drawer.skim' | 'drawer.paid_in' | 'drawer.paid_out';
  readonly amount: Money;
  readonly reason: string;
  readonly category: string;
  readonly receiptReference: string;
}

/** A drawer that was counted and closed. The expectation is the service's: it comes when the close has been sent. */
export interface ClosedDrawer {
  readonly drawer: OpenDrawer;
  readonly counted: Money;
  readonly expected: Money | null;
  readonly variance: Money | null;
}

const SETTLE_MS = 10_000;

/** The cash drawer of the device. All of it goes through the queue, with ids made here; one act waits for the other there. */
export class DrawerDesk {
  readonly problem = signal<string | null>(null);
  readonly closed = signal<ClosedDrawer | null>(null);
  readonly report = signal<XReport | null>(null);
  private busy = false;

  constructor(readonly till: Till) {}

  /** The drawer that is open. */
  get drawer(): OpenDrawer | null {
    return drawerSignal(this.till).value;
  }

  /** Opens a drawer with a float. */
  open(drawerId: string, drawerName: string, float: Money): Promise<boolean> {
    const { till } = this;
    return this.doing(async () => {
      const sessionId = newId();
      const entryId = await this.append('drawer.open', { drawerId, sessionId, float: { ...float } }, null, null);
      const openedBy = till.person.value?.name ?? '';
      const opened = { sessionId, drawerId, drawerName, openedAt: new Date().toISOString(), openedBy, entryId };
      this.closed.value = null;
      rememberDrawer(till, { ...opened, currency: float.currency, counting: false });
      till.openDrawer();
      return true;
    });
  }

  /** Moves cash, alone or with somebody who stands for it. */
  move({ kind, amount, reason, category, receiptReference }: CashMove): Promise<boolean> {
    const { till } = this;
    const texts = textsOf(kind, reason, category, receiptReference);
    const what = till.t(`drawer.what.${kind}`, { amount: till.money(amount) });
    return this.act(kind, { amount: { ...amount }, ...texts }, 'drawers:move', what, { amount, reason });
  }

  /** Opens the drawer without a sale. */
  noSale(reason: string): Promise<boolean> {
    const what = this.till.t('drawer.what.drawer.no_sale');
    return this.act('drawer.no_sale', { reason }, 'drawers:no_sale', what, { amount: null, reason });
  }

  /** The closing count begins: from now on the drawer takes no cash. */
  beginCount(): void {
    const { till, drawer } = this;
    if (drawer !== null) rememberDrawer(till, { ...drawer, counting: true });
  }

  /** Back to selling; nothing was handed in. */
  breakOffCount(): void {
    const { till, drawer } = this;
    if (drawer !== null) rememberDrawer(till, { ...drawer, counting: false });
  }

  /** Hands the count in and ends the session. Only then what was expected is shown, when the service has said it. */
  async close(sheet: CountSheet, keepAsFloat: Money | null): Promise<boolean> {
    const { till, drawer } = this;
    const counted = totalOf(sheet);
    let entryId = '';
    const done = await this.doing(async () => {
      if (drawer === null) return false;
      const pieces = countedPieces(sheet);
      const count: Body = pieces.length > 0 ? { denominations: pieces } : { counted: { ...counted } };
      const kept: Body = keepAsFloat === null ? {} : { keepAsFloat: { ...keepAsFloat } };
      const body = { sessionId: drawer.sessionId, ...count, ...kept };
      entryId = await this.append('drawer.close', body, null, drawer.entryId);
      rememberDrawer(till, null);
      this.closed.value = { drawer, counted, expected: null, variance: null };
      return true;
    });
    if (done && drawer !== null) void this.compare(drawer, counted, entryId);
    return done;
  }

  /** The X report of the open session, which changes nothing; it needs the network. */
  showReport(): Promise<boolean> {
    const { till, drawer } = this;
    return this.doing(async () => {
      const place =
        drawer === null ? `outlets/${till.book.value?.outlet.id ?? ''}` : `drawer-sessions/${drawer.sessionId}`;
      this.report.value = await till.client().request<XReport>('GET', `/pos/${place}/x-report`, { attempts: 2 });
      return true;
    });
  }

  private async compare(drawer: OpenDrawer, counted: Money, entryId: string): Promise<void> {
    const { till } = this;
    try {
      await till.queue.send('end_of_day');
      if ((await till.queue.whenSettled(entryId, SETTLE_MS))?.state !== 'applied') return;
      const session = await till.client().request<DrawerSession>('GET', `/pos/drawer-sessions/${drawer.sessionId}`);
      if (this.closed.value?.drawer.sessionId !== drawer.sessionId) return;
      this.closed.value = { drawer, counted, expected: session.expected ?? null, variance: session.variance ?? null };
    } catch (error) {
      // The count is handed in; what was expected can be looked up in the office.
      if (!(error instanceof PosProblem || error instanceof PosUnreachable)) throw error;
      this.problem.value = refusalSentence(till, error);
    }
  }

  private act(
    kind: DrawerKind,
    body: Body,
    permission: string,
    what: string,
    about: { readonly amount: Money | null; readonly reason: string },
  ): Promise<boolean> {
    const { till, drawer } = this;
    return this.doing(async () => {
      if (drawer === null) return false;
      const wish = { permission, action: kind, what, targetId: drawer.sessionId };
      const standing = await standFor(till, { ...wish, ...about });
      if (standing === undefined) return false;
      const sessionId = { sessionId: drawer.sessionId };
      const entryId = await this.append(kind, { ...sessionId, ...body }, standing.approver, drawer.entryId);
      rememberDrawer(till, { ...drawer, entryId });
      till.openDrawer();
      till.say(till.t('drawer.written'));
      return true;
    });
  }

  private async append(
    kind: DrawerKind,
    body: Body,
    approver: TillPerson | null,
    after: string | null,
  ): Promise<string> {
    const { till } = this;
    const { value: person } = till.person;
    if (person === null) throw new Error('nobody is signed in');
    const id = newId();
    const dependsOn = after === null ? {} : { dependsOn: [after] };
    const more = { id, ...dependsOn, ...(approver !== null && { approver }) };
    return (await till.queue.append(kind, body, actorOf(person), more)).id;
  }

  /** @returns whether it was done: not where somebody gave it up, and not where it was refused, which is said. */
  private async doing(work: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem.value = null;
    try {
      return await work();
    } catch (error) {
      this.problem.value = refusalSentence(this.till, error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

const desks = new WeakMap<Till, DrawerDesk>();

/** The drawer desk of a till. */
export function drawerDeskOf(till: Till): DrawerDesk {
  const known = desks.get(till);
  if (known !== undefined) return known;
  const made = new DrawerDesk(till);
  desks.set(till, made);
  return made;
}

/** Each route has its own texts. */
function textsOf(
  kind: CashMove['kind'],
  reason: string,
  category: string,
  receiptReference: string,
): { [name: string]: string } {
  if (kind === 'drawer.skim') return { reason, ...(receiptReference !== '' && { bag: receiptReference }) };
  const more = { ...(category !== '' && { category }), ...(receiptReference !== '' && { receiptReference }) };
  return { reason, ...more };
}
