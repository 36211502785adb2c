import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../src/kernel/context.js';
import type { Id, OutletId } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/kernel/transaction.js';
import { TenderingFacade } from '../../src/modules/tendering/index.js';
import { HearOfPayment } from '../../src/modules/tendering/application/hear-of-payment.js';
import { SendTransfer } from '../../src/modules/tendering/application/send-transfer.js';
import { SettleCharge } from '../../src/modules/tendering/application/settle-charge.js';
import type { ProviderNotice } from '../../src/modules/tendering/ports/payment-provider.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import type { TestService } from '../harness/service.js';

const USD = (amount: number) => ({ amount, currency: 'USD' });

/** Everything that is told of tenders, and of money that providers move. The orders of these payments are no concern here. */
export async function walkTendering(service: TestService, outletId: string): Promise<void> {
  const walk = new TenderingWalk(service, outletId as OutletId);
  await walk.tenders();
  await walk.charges();
  await walk.unallocated();
  await walk.transfers();
}

class TenderingWalk {
  constructor(
    private readonly service: TestService,
    private readonly outletId: OutletId,
  ) {}

  async tenders(): Promise<void> {
    const card = { name: 'Card', kind: 'card', provider: 'simulator', surcharge: { percent: '1.5' } };
    await this.called('PUT', '/tenders/card', card);
    await this.called('PUT', '/tenders/card', { ...card, minimum: USD(500) });
    await this.called('DELETE', '/tenders/card');
  }

  async charges(): Promise<void> {
    const captured = await this.begun(1200);
    await this.told(captured, { kind: 'pending', reference: 'S1' });
    await this.told(captured, { kind: 'captured', amount: null, reference: 'S1' });
    await this.told(captured, { kind: 'charged_back', reason: 'fraud' });
    await this.told(captured, { kind: 'chargeback_won' });
    await this.told(await this.begun(1201), { kind: 'failed', reason: 'declined', reference: null });
    const given = await this.begun(1300);
    await this.within((tx) => this.tendering.cancel(tx, given));
    const unknown = await this.begun(1303);
    await this.tendering.send(this.context, unknown);
    await this.told(unknown, { kind: 'unknown', error: 'no_answer' }, new Date(Date.now() + 3_600_000));
    await this.called('POST', `/charges/${unknown}/resolve`, { as: 'failed', reason: 'not on the statement' });
  }

  async unallocated(): Promise<void> {
    for (const [reference, path] of [
      ['T1', 'refund'],
      ['T2', 'write-off'],
    ] as const) {
      const id = await this.orphan(reference, 1500);
      await this.called('POST', `/unallocated-payments/${id}/${path}`, {
        reason: 'nobody asks',
        outletId: this.outletId,
      });
    }
    const order = await this.called('POST', '/orders', {
      outletId: this.outletId,
      lines: [{ sku: 'coffee', quantity: '5' }],
    });
    const id = await this.orphan('T3', order.totals.due.amount);
    const body = { orderId: order.id, reason: 'table 12', outletId: this.outletId };
    await this.called('POST', `/unallocated-payments/${id}/allocate`, body);
  }

  async transfers(): Promise<void> {
    for (const amount of [700, 701]) {
      const payout = { provider: 'simulator', payee: '254700000001', outletId: this.outletId, reason: 'tips' };
      const { id } = await this.called('POST', '/payouts', { ...payout, amount: USD(amount) });
      await this.service.api.container.get(SendTransfer).execute(this.context, 'payout', id);
    }
    const done = await this.refunded(400);
    await this.tendering.sendRefund(this.context, done);
    for (const how of ['retry', 'settle-by-hand'] as const) {
      const refused = await this.refunded(401);
      await this.tendering.sendRefund(this.context, refused);
      await this.called(
        'POST',
        `/provider-refunds/${refused}/${how}`,
        how === 'retry' ? undefined : { reason: 'paid in cash' },
      );
    }
  }

  private async refunded(amount: number): Promise<Id<'provider-refund'>> {
    const paymentId = await this.begun(2000);
    await this.told(paymentId, { kind: 'captured', amount: null, reference: 'S2' });
    const id = randomUUID() as Id<'provider-refund'>;
    const orderId = randomUUID() as Id<'order'>;
    await this.within((tx) => {
      const of = { id, paymentId, orderId, outletId: this.outletId, refundId: randomUUID() };
      this.tendering.beginRefund(tx, { ...of, amount: USD(amount), reason: 'cold' });
      return Promise.resolve();
    });
    return id;
  }

  private async begun(amount: number): Promise<Id<'payment'>> {
    const paymentId = randomUUID() as Id<'payment'>;
    const orderId = randomUUID() as Id<'order'>;
    await this.within((tx) => {
      const whose = { paymentId, orderId, orderNumber: 'A-000123', outletId: this.outletId, completeOrder: false };
      const how = { tender: 'card', provider: 'simulator', payer: {}, source: paymentId, fingerprint: '' };
      this.tendering.begin(tx, { ...whose, ...how, amount: USD(amount) });
      return Promise.resolve();
    });
    return paymentId;
  }

  private async told(id: Id<'payment'>, heard: Parameters<SettleCharge['hear']>[3], at = new Date()): Promise<void> {
    const context = { ...this.context, at };
    await this.within((tx) => this.service.api.container.get(SettleCharge).hear(tx, context, id, heard));
  }

  private async orphan(reference: string, amount: number): Promise<string> {
    const notice: ProviderNotice = {
      ...{ provider: 'simulator', noticeId: null, key: null, reference, about: 'charge', outcome: 'captured' },
      ...{ amount: USD(amount), reason: null, trusted: true, payerHint: '…0006', at: new Date() },
    };
    await this.within((tx) => this.service.api.container.get(HearOfPayment).execute(tx, this.context, notice));
    const { data } = await this.called('GET', '/unallocated-payments?status=open');
    return (data as { id: string; reference: string }[]).find((money) => money.reference === reference)?.id ?? '';
  }

  private get tendering(): TenderingFacade {
    return this.service.api.container.get(TenderingFacade);
  }

  private get context(): RequestContext {
    const { id: tenantId, slug: tenantSlug } = this.service.tenant;
    const principal = { kind: 'system', id: 'walk', permissions: new Set<string>(), test: false } as const;
    return { tenantId, tenantSlug, principal, requestId: 'walk', at: new Date() };
  }

  private within<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.service.api.container.get(TRANSACTOR).run(this.context, work);
  }

  private async called(method: string, path: string, body?: object) {
    const answer = await this.service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }
}
