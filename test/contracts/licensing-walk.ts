import { randomUUID } from 'node:crypto';
import { PlanRequestListener } from '../../src/modules/licensing/adapters/outbox/plan-request-listener.js';
import { PostgresInvoiceRepository } from '../../src/modules/licensing/adapters/postgres/invoice-repository.js';
import { PostgresSubscriptionRepository } from '../../src/modules/licensing/adapters/postgres/subscription-repository.js';
import { LicenceKeeper } from '../../src/modules/licensing/application/licence-keeper.js';
import { PlanRequests } from '../../src/modules/licensing/application/plan-requests.js';
import { systemContext } from '../../src/modules/licensing/application/system-context.js';
import { draftInvoice, linesOf, settleInvoice, type InvoiceId } from '../../src/modules/licensing/domain/invoice.js';
import { PLATFORM } from '../../src/modules/licensing/domain/platform.js';
import { remind } from '../../src/modules/licensing/domain/reminders.js';
import type { PublishedEvent } from '../../src/kernel/outbox.js';
import { OUTBOX, TRANSACTOR } from '../../src/platform/tokens.js';
import type { Answer, TestService } from '../harness/service.js';

const DAY_MS = 86_400_000;

/** Everything that is told of plans, licences, and what is invoiced for them. At its end the business is not limited any more. */
export async function walkLicensing(service: TestService): Promise<void> {
  const called = async (method: string, path: string, body?: object): Promise<Answer['body']> => {
    const answer = await service.call(method, path, { ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const licence = `/v1/platform/businesses/${service.tenant.slug}/licence`;
  const reason = 'the first year';
  const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  await called('POST', '/v1/platform/plans', { code: 'market', name: 'Market', currency: 'USD', outletPrice: 1_500 });
  await called('PATCH', '/v1/platform/plans/market', { outletPrice: 1_600, trialDays: 30 });
  await called('PUT', licence, { plan: 'market', paidUntil: inDays(10), reason });
  await called('POST', '/v1/platform/plans/market/archive');
  await called('POST', `${licence}/overrides`, { name: 'devices', value: 12, reason });
  await called('POST', `${licence}/revoke`, { reason });
  await called('POST', `${licence}/restore`, { reason });
  const asked = await called('POST', '/licence/plan-requests', { plan: 'pro', note: 'we grow' });
  await remindBoth(service);
  await receive(service, asked.id as string);
  await called('POST', `/v1/platform/plan-requests/${asked.id}/close`, { answer: 'done' });
  await called('POST', `${licence}/cancel`, { reason });
  await expire(service);
  await invoice(service, called);
  await called('PUT', licence, { plan: 'pro', paidUntil: null });
}

/** The worker does so when it is time. */
async function remindBoth({ api: { container }, tenant }: TestService): Promise<void> {
  const context = systemContext(tenant.id, tenant.slug, new Date());
  const repository = new PostgresSubscriptionRepository();
  await container.get(TRANSACTOR).run(context, async (tx) => {
    for (const kind of ['subscription', 'license'] as const) {
      const licence = await container.get(LicenceKeeper).current(tx, context.at);
      const { state, events } = remind(licence, { kind, dueAt: context.at, mark: 3, daysLeft: 3 });
      await repository.save(tx, state, context.at);
      container.get(OUTBOX).append(tx, events);
    }
  });
}

async function receive({ api: { container }, tenant }: TestService, id: string): Promise<void> {
  const told = {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    occurredAt: new Date(),
    actor: 'test',
    requestId: 'walk',
  };
  const data = { request: { id, plan: 'pro', note: 'we grow' } };
  await new PlanRequestListener(container.get(PlanRequests)).handle({ ...told, data } as unknown as PublishedEvent);
}

async function expire({ api: { container }, tenant }: TestService): Promise<void> {
  const context = systemContext(tenant.id, tenant.slug, new Date(Date.now() + 40 * DAY_MS));
  await container.get(TRANSACTOR).run(context, (tx) => container.get(LicenceKeeper).passTime(tx, context.at));
}

/** A month that was added up, and a treasury that took one invoice and not the other. */
async function invoice(
  { api: { container }, tenant }: TestService,
  called: (method: string, path: string, body?: object) => Promise<Answer['body']>,
): Promise<void> {
  const context = systemContext(PLATFORM.id, PLATFORM.slug, new Date());
  const repository = new PostgresInvoiceRepository();
  const most = { outlets: 2, devices: 0, staff: 0, integrations: 0 };
  const ids = [randomUUID(), randomUUID()] as InvoiceId[];
  await container.get(TRANSACTOR).run(context, async (tx) => {
    const { terms } = await container.get(LicenceKeeper).current(tx, context.at);
    const priced = { ...terms, code: 'market', outletPrice: 1_600 };
    for (const [index, id] of ids.entries()) {
      const of = { id, businessId: tenant.id, businessSlug: tenant.slug, period: `2026-0${index + 1}-01` };
      const drafted = draftInvoice(of, priced, linesOf(priced, { orders: 0, most, days: 31 }), context.at, true);
      const outcome =
        index === 0 ? ({ kind: 'taken', reference: 'T-17' } as const) : ({ kind: 'refused', code: 'x' } as const);
      const settled = settleInvoice(drafted.state, outcome, context.at);
      await repository.add(tx, drafted.state);
      await repository.save(tx, settled.state);
      container.get(OUTBOX).append(tx, [...drafted.events, ...settled.events]);
    }
  });
  await called('POST', `/v1/platform/invoices/${ids[0]}/pay`, { reference: 'bank 7' });
  await called('POST', `/v1/platform/invoices/${ids[1]}/retry`);
}
