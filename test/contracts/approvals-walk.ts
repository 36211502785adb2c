import { Client } from 'pg';
import type { OutletId } from '../../src/kernel/ids.js';
import { PERMISSIONS } from '../../src/modules/access/index.js';
import { ApprovalsFacade, type Act } from '../../src/modules/approvals/index.js';
import { CHORE, WORKER_POOL } from '../../src/platform/postgres/tokens.js';
import { TRANSACTOR } from '../../src/platform/tokens.js';
import type { Answer, TestService } from '../harness/service.js';

const TARGET = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const AMOUNT = { amount: 1250, currency: 'USD' };

/** Brings about every event of approvals, and an attempt that is refused. */
export async function walkApprovals(service: TestService, outletId: string): Promise<void> {
  const token = await service.createKey(service.tenant, { permissions: PERMISSIONS });
  const rule = { secondPerson: 'over', limits: [{ amount: 1000, currency: 'USD' }], reasons: ['cold', 'wrong item'] };
  await done(service, 'PUT', '/approval-rules/order.refund', rule);
  const body = { action: 'order.refund', targetId: TARGET, outletId, amount: AMOUNT, reason: 'cold' };
  const ask = (): Promise<Answer['body']> => done(service, 'POST', '/approvals', body);
  const decide = async (verb: string): Promise<Answer['body']> => {
    const { id } = await ask();
    return done(service, 'POST', `/approvals/${id}/${verb}`, { note: 'seen it' }, token);
  };
  await decide('deny');
  await use(service, await decide('grant'));
  await done(service, 'POST', `/approvals/${(await ask()).id}/withdraw`);
  await expire(service, (await ask()).id);
  const { id: own } = await ask();
  await service.call('POST', `/approvals/${own}/grant`, { body: {} });
  await done(service, 'PUT', '/approval-rules/order.refund', { secondPerson: 'never' });
}

/** Does what was approved, as the one who asked. */
async function use({ api, tenant }: TestService, approval: Answer['body']): Promise<void> {
  const id = (approval.askedBy as string).slice('api-key:'.length);
  const principal = { kind: 'api-key', id, permissions: new Set<string>(), test: false } as const;
  const context = { tenantId: tenant.id, tenantSlug: tenant.slug, principal, requestId: 'test', at: new Date() };
  const act: Act = {
    ...{ action: 'order.refund', permission: 'orders:refund', targetId: TARGET, amount: AMOUNT, reason: 'cold' },
    ...{ outletId: approval.outletId as OutletId, approvalId: approval.id as string },
  };
  const { container } = api;
  await container.get(TRANSACTOR).run(context, (tx) => container.get(ApprovalsFacade).authorise(tx, context, act));
}

/** Lets an approval's time pass, and books it as housekeeping does. */
async function expire({ api, database }: TestService, id: string): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`update approvals set expires_at = now() - interval '1 second' where id = $1`, [id]);
  } finally {
    await owner.end();
  }
  const chore = api.container.getAll(CHORE).find(({ name }) => name.startsWith('approvals'));
  await chore?.run(api.container.get(WORKER_POOL));
}

async function done(
  service: TestService,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Answer['body']> {
  const answer = await service.call(method, path, { body, ...(token !== undefined && { token }) });
  if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
