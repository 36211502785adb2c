import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../../src/kernel/context.js';
import type { OutletId } from '../../../src/kernel/ids.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { Tx } from '../../../src/kernel/transaction.js';
import { DrawersFacade, type OrderCash } from '../../../src/modules/drawers/index.js';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';

/** US dollars in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Somebody who works in the shop. */
export interface Person {
  readonly key: string;
  /** As sessions and entries name them. */
  readonly id: string;
}

/** A shop with drawers, over HTTP; what orders do to them goes through their facade. */
export interface DrawerShop {
  readonly service: TestService;
  readonly outletId: string;
  /** By a person, or by a key that may do everything. */
  readonly call: (method: string, path: string, body?: object, by?: Person) => Promise<Answer>;
  /** The same, which has to be accepted. */
  readonly done: (method: string, path: string, body?: object, by?: Person) => Promise<Answer['body']>;
  readonly person: (permissions: readonly string[]) => Promise<Person>;
  readonly drawer: (name?: string) => Promise<string>;
  /** Opens a drawer of its own with a float. @returns the session. */
  readonly session: (float?: number, by?: Person) => Promise<Answer['body']>;
  /** Cash of an order, booked as orders do it. @returns the payment's id, or the code of the refusal. */
  readonly book: (sessionId: string, kind: OrderCash['kind'], amount: number) => Promise<string>;
  readonly within: <Result>(
    work: (tx: Tx, context: RequestContext, drawers: DrawersFacade) => Promise<Result>,
  ) => Promise<Result>;
}

/** Opens the shop. @param overrides variables of the environment. */
export async function openDrawerShop(overrides: Readonly<Record<string, string>> = {}): Promise<DrawerShop> {
  const service = await startService(overrides);
  const { tenant, api } = service;
  const call: DrawerShop['call'] = (method, path, body, by) =>
    service.call(method, path, { ...(body && { body }), ...(by && { token: by.key }) });
  const done: DrawerShop['done'] = async (method, path, body, by) => {
    const answer = await call(method, path, body, by);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const drawer: DrawerShop['drawer'] = async (name = randomUUID()) =>
    (await done('POST', '/drawers', { outletId, name })).id as string;
  const within: DrawerShop['within'] = (work) => {
    const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
    const ids = { tenantId: tenant.id, tenantSlug: tenant.slug, requestId: 'test' };
    const context = { ...ids, principal, at: new Date() };
    return api.container.get(TRANSACTOR).run(context, (tx) => work(tx, context, api.container.get(DrawersFacade)));
  };
  const { id: outletId } = (await done('POST', '/outlets', {
    ...{ name: 'Corner', timeZone: 'America/New_York', receiptPrefix: 'C', tenders: ['cash'] },
    taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: [] }],
  })) as { id: string };
  return {
    ...{ service, outletId, call, done, drawer, within },
    person: async (permissions) => {
      const { key, id } = await done('POST', '/api-keys', { name: 'somebody', mode: 'live', permissions });
      return { key: key as string, id: id as string };
    },
    session: async (float = 10_000, by) =>
      done('POST', `/drawers/${await drawer()}/sessions`, { float: USD(float) }, by),
    book: async (sessionId, kind, amount) => {
      const [orderId, paymentId] = [randomUUID(), randomUUID()];
      const refundId = kind === 'refund' ? randomUUID() : null;
      const cash = [{ kind, amount: USD(amount), orderId, paymentId, refundId }];
      const booking = { sessionId, outletId: outletId as OutletId, currency: 'USD', cash };
      return within(async (tx, _context, drawers) => drawers.book(tx, booking)).then(
        () => paymentId,
        (error: unknown) => {
          if (error instanceof Refusal) return error.code;
          throw error;
        },
      );
    },
  };
}

/** Starts all at the same moment. */
export function atOnce<Result>(works: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  let release = (): void => undefined;
  const barrier = new Promise<void>((resolve) => (release = resolve));
  const running = works.map((work) => barrier.then(work));
  release();
  return Promise.all(running);
}
