import type { Cafe, Json } from './cafe.js';

/** Everything that the café's API says of its days, as JSON. */
export interface Books {
  readonly outlet: Json;
  /** Orders whole, as their receipts. */
  readonly orders: readonly Json[];
  /** What happened to each order, oldest first, by its id. */
  readonly history: ReadonlyMap<string, readonly Json[]>;
  readonly dayReports: readonly Json[];
  readonly sessions: readonly Json[];
  /** The ledger of each session's drawer, and its counts, by the session's id. */
  readonly entries: ReadonlyMap<string, readonly Json[]>;
  readonly counts: ReadonlyMap<string, readonly Json[]>;
  readonly safe: readonly Json[];
  readonly deposits: readonly Json[];
  /** The ledger of each gift card, by its id. */
  readonly giftCards: ReadonlyMap<string, readonly Json[]>;
  /** Who opened which drawer without a sale. */
  readonly noSales: readonly Json[];
}

/** Reads it all. */
export async function readBooks({ all, done, owner, outletId }: Cafe): Promise<Books> {
  const show = (path: string): Promise<Json> => done(owner, 'GET', path);
  const each = async <Read>(rows: readonly Json[], read: (id: string) => Promise<Read>): Promise<Map<string, Read>> => {
    const found = new Map<string, Read>();
    for (const { id } of rows) found.set(id as string, await read(id as string));
    return found;
  };
  const orders = await each(await all(`/orders?outletId=${outletId}`), (id) => show(`/orders/${id}`));
  const listed = [...orders.values()];
  const sessions = await all(`/drawer-sessions?outletId=${outletId}`);
  return {
    outlet: await show(`/outlets/${outletId}`),
    orders: listed,
    history: await each(listed, (id) => all(`/orders/${id}/events`)),
    dayReports: await all(`/z-reports?outletId=${outletId}&scope=day`),
    sessions,
    entries: await each(sessions, (id) => all(`/drawer-sessions/${id}/entries`)),
    counts: await each(sessions, (id) => all(`/drawer-sessions/${id}/counts`)),
    safe: await all(`/outlets/${outletId}/safe`),
    deposits: await all(`/outlets/${outletId}/deposits`),
    giftCards: await each(await all('/gift-cards'), (id) => all(`/gift-cards/${id}/transactions`)),
    noSales: await all('/audit?action=pos.cashdrawer.no_sale'),
  };
}
