import { LookAfterDays } from '../../src/modules/business-days/application/look-after-days.js';
import type { OutletId } from '../../src/kernel/ids.js';
import type { Answer, TestService } from '../harness/service.js';

const DAY_MS = 86_400_000;
const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

/** Brings about every event of business days, at an outlet of its own: a day that is due, and then closed. */
export async function walkBusinessDays(service: TestService): Promise<void> {
  const taxes = [{ code: 'VAT', name: 'VAT', rate: '16.0' }];
  const { id } = await done(service, 'POST', '/outlets', {
    ...{ name: 'Night market', timeZone: 'UTC', receiptPrefix: 'Z', tenders: ['cash'] },
    taxGroups: [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes }],
  });
  await done(service, 'PUT', `/outlets/${id}/day-policy`, { closure: 'required', graceMinutes: 60 });
  const before = new Date(Date.now() - 3 * DAY_MS);
  await done(service, 'POST', '/orders', {
    ...{ outletId: id, placedAt: before.toISOString(), lines: [{ sku: 'coffee' }], complete: true },
    payments: [{ tender: 'cash', amount: USD(500) }],
  });
  const { id: tenantId, slug: tenantSlug } = service.tenant;
  const look = service.api.container.get(LookAfterDays);
  await look.execute({ tenantId, tenantSlug, outletId: id as OutletId }, new Date());
  const due = before.getUTCHours() < 4 ? new Date(before.getTime() - DAY_MS) : before; // the day is cut at four
  const date = due.toISOString().slice(0, 10);
  await done(service, 'POST', `/outlets/${id}/days/${date}/close`, { reason: 'the end of the day' });
}

async function done(service: TestService, method: string, path: string, body: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, { body });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
