import { KES, type Cafe, type Json } from './cafe.js';

/** What day 1 leaves for day 2. */
export interface Yesterday {
  /** Sold for cash. */
  readonly sale: Json;
  /** Not settled, with a deposit. */
  readonly tab: Json;
  readonly zReport: Json;
}

/** Some sales of yesterday, and its close. Nothing needs a drawer yet. */
export async function dayOne({
  done,
  cashiers,
  manager,
  outletId,
  yesterday,
  placedYesterday,
}: Cafe): Promise<Yesterday> {
  const [amina, ben] = cashiers;
  const of = { outletId, placedAt: placedYesterday };
  const lines = [{ sku: 'pilau', quantity: '2' }, { sku: 'mug' }];
  const payments = [{ tender: 'cash', amount: KES(300_000) }];
  const sale = await done(amina, 'POST', '/orders', { ...of, lines, payments, complete: true });
  const slip = [{ tender: 'eftpos', amount: KES(18_025), reference: 'slip 1' }];
  await done(ben, 'POST', '/orders', { ...of, lines: [{ sku: 'chai' }], payments: slip, complete: true });
  const deposit = [{ tender: 'cash', amount: KES(50_000) }];
  const tab = await done(ben, 'POST', '/orders', {
    ...of,
    channel: 'dine_in',
    lines: [{ sku: 'pilau' }],
    payments: deposit,
  });
  const { report } = await done(manager, 'POST', `/outlets/${outletId}/days/${yesterday}/close`, {
    reason: 'the evening',
  });
  return { sale, tab, zReport: report };
}
