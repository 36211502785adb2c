import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestService } from '../harness/service.js';

const USD = (amount: number): object => ({ amount, currency: 'USD' });

/** Everything that is told of connections to providers, of settlements and of chargebacks. */
export async function walkProviders(service: TestService, outletId: string): Promise<void> {
  const called = async (method: string, path: string, body?: object): Promise<{ id: string }> => {
    const answer = await service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string };
  };
  const path = `/v1/${service.tenant.slug}/integrations/payment-connections/019a5c00-0000-7000-8000-00000000c0aa`;
  const secrets = { clientId: 'example-client', clientSecret: 'example-secret-0004' };
  await called('PUT', path, { provider: 'airtel_money', settings: { country: 'KE' }, secrets });
  await called('PUT', path, { provider: 'airtel_money', settings: { country: 'UG' } });
  await called('POST', `${path}/disable`);
  await called('POST', `${path}/enable`);
  await called('POST', `${path}/rotate-callback-token`);
  const period = { periodFrom: '2026-11-19T21:00:00Z', periodTo: '2026-11-20T21:00:00Z' };
  const lines = [{ kind: 'payment', paymentReference: 'R-17', amount: 1250, fee: 25 }];
  const batch = {
    provider: 'airtel_money',
    reference: 'S-2026-11-20',
    currency: 'USD',
    ...period,
    lines,
    net: USD(1225),
  };
  const settlement = await called('POST', '/settlements', batch);
  const { body } = await service.call('GET', `/settlement-differences?settlementId=${settlement.id}`);
  const difference = `/settlement-differences/${(body as { data: { id: string }[] }).data[0]?.id ?? ''}`;
  await called('POST', `${difference}/explain`, { reason: 'a payment of another shop' });
  await called('POST', `${difference}/reopen`);
  for (const outcome of ['won', 'lost']) {
    const paymentId = await capturedPayment(service, outletId);
    const chargeback = await called('POST', '/chargebacks', {
      paymentId,
      reason: 'not mine',
      dueBy: '2026-12-01T00:00:00Z',
    });
    await called('POST', `/chargebacks/${chargeback.id}/evidence`, { note: 'the signed slip' });
    await called('POST', `/chargebacks/${chargeback.id}/close`, { outcome, note: 'told by letter' });
  }
}

/** A payment that a provider has collected, as tendering keeps it: how it came about is another story. */
async function capturedPayment({ database, tenant }: TestService, outletId: string): Promise<string> {
  const id = randomUUID();
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    await client.query(
      `insert into payment_charges (tenant_id, payment_id, order_id, order_number, outlet_id, tender, provider, amount, currency,
         payer, source, fingerprint, complete_order, status, provider_reference, tries, settled_at, amount_captured, created_by,
         created_at, test, version, event_sequence)
       values ($1, $2, $2, 'A-000001', $3, 'airtel_money', 'airtel_money', 1250, 'USD', '{}', $4, 'f', false, 'captured',
         $4, 1, now(), 1250, 'walk', now(), false, 1, 1)`,
      [tenant.id, id, outletId, id],
    );
  } finally {
    await client.end();
  }
  return id;
}
