import { posctl } from '../../../src/posctl/posctl.examples.js';
import { codeAt } from '../../../src/modules/identity/adapters/http/identity.examples.js';
import type { TestTenant } from '../../harness/service.js';
import {
  businessOf,
  callerOf,
  emptyInstallation,
  firstSignIn,
  importCatalogue,
  linkTill,
  until,
  type Caller,
  type Installation,
  type Json,
  type LinkedTill,
} from './new-business.js';

// From an installation where nobody is in yet to the Z of the first day, by calls that anybody could make.

/** Hashes that are slow on purpose, on a machine that does other things, too. */
jest.setTimeout(180_000);

const KES = (amount: number) => ({ amount, currency: 'KES' });
const OWNER = { name: 'Amina Yusuf', email: 'amina@example.com' };
const PASSWORD = 'seven kites over the harbour';
const TAXES = [{ code: 'VAT', name: 'VAT', rate: '16.0' }];
const CATALOGUE = [
  'sku,name,category,price,currency,taxCategory,barcode,unit,active',
  'chai,Chai,Drinks,150.00,KES,standard,,each,true',
  'mandazi,Mandazi,Food,50.00,KES,standard,5901234123457,each,true',
].join('\n');

let installation: Installation;
beforeAll(async () => void (installation = await emptyInstallation()));
afterAll(() => installation.stop());

/** The vendor's portal registers a business; its owner types in the code that they were sent. */
async function registered(): Promise<TestTenant> {
  const { service, vendorKey, notifications } = installation;
  const vendor = callerOf(service, service.platform, vendorKey);
  const wish = { name: 'Acme Street Food', slug: 'acme', currency: 'KES', country: 'KE', region: 'east-africa' };
  const more = { timeZone: 'Africa/Nairobi', industry: 'cafe', owner: OWNER, channel: 'email' };
  const { id } = await vendor('POST', '/v1/platform/registrations', { ...wish, ...more });
  const message = await until(() => notifications.messages.get(`${id}:1`), 'the code');
  expect(message).toMatchObject({ to: OWNER.email, params: { code: expect.stringMatching(/^\d{6}$/) } });
  const { code } = message.params;
  const opened = await vendor('POST', `/v1/platform/registrations/${id}/verify`, { code });
  expect(opened.registration).toMatchObject({ status: 'active', slug: 'acme' });
  return businessOf('acme', opened.apiKey as string);
}

/** The owner follows the invitation, chooses a password and enrols a second factor. @returns the session's token. */
async function ownerSignedIn(tenant: TestTenant): Promise<string> {
  const { service, notifications, clock } = installation;
  const stranger = callerOf(service, tenant, null);
  const invited = [...notifications.messages.values()].find(({ template }) => template === 'pos.identity.invitation');
  expect(invited).toMatchObject({ tenant: 'acme', to: OWNER.email });
  await stranger('POST', '/identity/invitations/accept', { token: invited?.params['token'], password: PASSWORD });
  const login = { email: OWNER.email, password: PASSWORD };
  const first = callerOf(service, tenant, (await stranger('POST', '/identity/sign-in', login)).token as string);
  const { secret } = await first('POST', '/identity/me/totp', { password: PASSWORD });
  await first('POST', '/identity/me/totp/confirm', { otp: codeAt(secret as string, clock.ms) });
  clock.ms += 30_000;
  const signedIn = await stranger('POST', '/identity/sign-in', { ...login, otp: codeAt(secret as string, clock.ms) });
  expect(signedIn).toMatchObject({ displayName: OWNER.name, roles: ['owner'], mustEnrolTotp: false });
  return signedIn.token as string;
}

interface Outlet {
  readonly id: string;
  readonly drawerId: string;
  readonly cashier: Hired;
  readonly manager: Hired;
}

interface Hired {
  readonly id: string;
  readonly pin: string;
}

/** What the owner does before the first guest comes. */
async function outletOpened(owner: Caller): Promise<Outlet> {
  const taxGroups = [{ code: 'standard', name: 'Standard', mode: 'inclusive', taxes: TAXES }];
  const wish = { name: 'Market', timeZone: 'Africa/Nairobi', receiptPrefix: 'M', taxGroups };
  const { id } = await owner('POST', '/outlets', wish);
  const { id: drawerId } = await owner('POST', '/drawers', { outletId: id, name: 'Front' });
  const hire = async (displayName: string, role: string): Promise<Hired> => {
    const person = await owner('POST', '/staff', { displayName, assignments: [{ role, outlets: [id] }] });
    const { pin } = await owner('PUT', `/staff/${person.id}/pin`, { reason: 'first day', confirm: true });
    expect(pin).toMatch(/^\d{4}$/);
    return { id: person.id, pin };
  };
  return { id, drawerId, cashier: await hire('Carl Njoroge', 'cashier'), manager: await hire('Mary Wu', 'manager') };
}

/** A sale of 400.00 for which the guest gave 500.00, into the cashier's own drawer. */
async function sold(cashier: Caller, { id: outletId, drawerId }: Outlet): Promise<{ order: Json; session: string }> {
  const { id: session } = await cashier('POST', `/drawers/${drawerId}/sessions`, { float: KES(200_000) });
  const lines = [
    { sku: 'chai', quantity: '2' },
    { sku: 'mandazi', quantity: '2' },
  ];
  const payments = [{ tender: 'cash', amount: KES(50_000) }];
  const order = await cashier('POST', '/orders', {
    outletId,
    drawerSessionId: session,
    lines,
    payments,
    complete: true,
  });
  expect(order).toMatchObject({
    ...{ status: 'completed', number: 'M-000001' },
    totals: { total: KES(40_000), tax: KES(5_517), change: KES(10_000) },
  });
  return { order, session: session as string };
}

/** The chai was cold: more than the cashier may give back, so the manager enters their PIN beside them. */
async function refunded(
  till: LinkedTill,
  token: string,
  outlet: Outlet,
  sale: { order: Json; session: string },
): Promise<string> {
  const { order, session: drawerSessionId } = sale;
  const refund = { amount: KES(15_000), tender: 'cash', reason: 'cold', drawerSessionId };
  const alone = await till.at('POST', `/orders/${order.id}/refunds`, refund, token);
  expect(alone).toMatchObject({ status: 403, body: { code: 'permission_missing', permission: 'orders:refund' } });
  const act = { action: 'order.refund', targetId: order.id, outletId: outlet.id, amount: KES(15_000), reason: 'cold' };
  const approver = { approverId: outlet.manager.id, pin: '5937' };
  const cashier = till.as(token);
  const { id: approvalId } = await cashier('POST', '/approvals/on-the-spot', { ...act, ...approver });
  const back = await cashier('POST', `/orders/${order.id}/refunds`, { ...refund, approvalId });
  expect(back).toMatchObject({ status: 'partially_refunded', refunds: [{ amount: KES(15_000) }] });
  return approvalId as string;
}

test('a business registers, opens, sells, gives back, closes its day, and its books say who did what', async () => {
  const { service } = installation;
  const tenant = await registered();
  const ownerToken = await ownerSignedIn(tenant);
  const owner = callerOf(service, tenant, ownerToken);
  const outlet = await outletOpened(owner);
  const job = await importCatalogue(service, tenant, ownerToken, CATALOGUE);
  expect(job).toMatchObject({ status: 'succeeded', created: 2, rejected: 0 });

  const wish = { outletId: outlet.id, kind: 'till', name: 'Counter' };
  const { code } = await owner('POST', '/devices/link-codes', wish);
  const till = await linkTill(installation, tenant, code as string);
  await firstSignIn(till, outlet.manager.id, outlet.manager.pin, '5937');
  const token = await firstSignIn(till, outlet.cashier.id, outlet.cashier.pin, '4826');
  const cashier = till.as(token);
  const sale = await sold(cashier, outlet);
  const receipt = await till.at('GET', `/orders/${sale.order.id}/receipt`, undefined, token);
  expect(receipt).toMatchObject({ status: 200, body: { totals: { total: KES(40_000) } } });
  expect((await service.call('GET', '/orders', { tenant, token })).body.code).toBe('proof_required');
  const approvalId = await refunded(till, token, outlet, sale);

  await cashier('POST', `/drawer-sessions/${sale.session}/count`);
  const closed = await cashier('POST', `/drawer-sessions/${sale.session}/close`, { counted: KES(225_000) });
  expect(closed).toMatchObject({ status: 'closed', expected: KES(225_000), variance: KES(0) });
  const { businessDate } = await owner('GET', `/outlets/${outlet.id}/x-report`);
  const { report } = await owner('POST', `/outlets/${outlet.id}/days/${businessDate}/close`, {
    reason: 'end of the day',
  });
  const z = await owner('GET', `/z-reports/${report.id}`);
  expect(z).toMatchObject({ number: 1, figures: { orders: { count: 1 } } });

  const { entitlements, month } = await owner('GET', '/licence');
  const used = Object.fromEntries(entitlements.map((one: Json) => [one.thing, one.used])) as object;
  expect(used).toMatchObject({ outlets: 1, devices: 1, staff: 3 });
  expect(month.orders).toBe(1);
  await expectAudited(tenant, owner, { till, outlet, order: sale.order, session: sale.session, approvalId });
});

interface Done {
  readonly till: LinkedTill;
  readonly outlet: Outlet;
  readonly order: Json;
  readonly session: string;
  readonly approvalId: string;
}

/** What the audit has to say of one act. */
interface Act {
  readonly action: string;
  readonly target: string;
  readonly actor: string;
  readonly deviceId: string | null;
  readonly approvedBy: string | null;
  readonly reason: string | null;
}

/** Every privileged act of the day: by whom, at which device, by whose leave. The chain of entries is whole. */
async function expectAudited(tenant: TestTenant, owner: Caller, done: Done): Promise<void> {
  const { service } = installation;
  const { outlet, till } = done;
  const [me] = (await owner('GET', '/staff?role=owner')).data;
  const byOwner = (action: string, target: string, reason: string | null = null): Act => {
    return { action, target, actor: `user:${me.id}`, deviceId: null, approvedBy: null, reason };
  };
  const atTill = (action: string, target: string, reason: string | null = null, approver?: Hired): Act => {
    const approvedBy = approver === undefined ? null : `user:${approver.id}`;
    return { action, target, actor: `user:${outlet.cashier.id}`, deviceId: till.id, approvedBy, reason };
  };
  const [order, drawer] = [`orders/${done.order.id}`, `cashdrawers/${done.session}`];
  const acts: Act[] = [
    byOwner('pos.outlet.opened', `outlets/${outlet.id}`),
    ...[outlet.cashier, outlet.manager].flatMap(({ id }) => [
      byOwner('pos.staff.created', `staff/${id}`),
      byOwner('pos.staff.pin_reset', `staff/${id}`, 'first day'),
    ]),
    atTill('pos.staff.pin_changed', `staff/${outlet.cashier.id}`),
    atTill('pos.cashdrawer.opened', drawer),
    atTill('pos.access.refused', order, 'permission_missing'),
    atTill('pos.approval.granted', `approvals/${done.approvalId}`, 'cold', outlet.manager),
    atTill('pos.approval.used', `approvals/${done.approvalId}`, 'cold', outlet.manager),
    atTill('pos.order.refunded', order, 'cold', outlet.manager),
    atTill('pos.cashdrawer.closed', drawer),
    byOwner('pos.day.closed', `business_days/${outlet.id}`, 'end of the day'),
  ];
  for (const { action, target, ...said } of acts) {
    const found = async (): Promise<Json> => (await owner('GET', `/audit?action=${action}&target=${target}`)).data[0];
    expect({ action, target, ...(await until<Json>(found, action)) }).toMatchObject({ action, target, ...said });
  }
  const environment = { POS_URL: service.baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: tenant.apiKey };
  const verified = await posctl(['audit', 'verify', '--json'], environment);
  expect({ code: verified.code, ...JSON.parse(verified.out) }).toMatchObject({ code: 0, ok: true, faultCount: 0 });
}

test('a tenant that is made with the goods of the demo sells at once, by somebody who works there', async () => {
  const { service, secretsKey } = installation;
  const words = ['tenant', 'create', 'trial', '--currency', 'KES', '--time-zone', 'Africa/Nairobi', '--demo', '--json'];
  const made = await posctl(words, { DATABASE_URL: service.database.ownerUrl, SECRETS_KEY: secretsKey });
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining('the only time') });
  const { apiKey, outletId, pins } = JSON.parse(made.out);
  expect(pins.map(({ role }: Json) => role)).toEqual(['cashier', 'bartender', 'manager', 'owner']);
  const tenant = businessOf('trial', apiKey as string);
  const owner = callerOf(service, tenant, tenant.apiKey);
  const { code } = await owner('POST', '/devices/link-codes', { outletId, kind: 'till', name: 'Counter' });
  const till = await linkTill(installation, tenant, code as string);
  const { data: people } = await till.as(till.token)('GET', '/sign-in/people');
  const [anna] = people.filter(({ displayName }: Json) => displayName === pins[0].name);
  const token = await firstSignIn(till, anna.id, pins[0].pin, '4826');
  const basket = { outletId, lines: [{ sku: 'coffee' }] };
  const { totals } = await till.as(token)('POST', '/quotes', basket);
  const payments = [{ tender: 'cash', amount: totals.total }];
  const sale = await till.as(token)('POST', '/orders', { ...basket, payments, complete: true });
  expect(sale).toMatchObject({ status: 'completed', totals: { due: KES(0) } });
});
