import { randomBytes } from 'node:crypto';
import type { Permission } from '../../../src/modules/access/index.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../harness/service.js';
import { linkDevice, type DeviceWish, type TestDevice } from '../../harness/test-device.js';

const FIRST_PIN = '71936402';

/** A shop with real people at real devices, whose rights some of them try to widen. */
export class PeopleShop {
  outletId = '';
  otherOutletId = '';
  private named = 0;

  private constructor(
    readonly service: TestService,
    private readonly clock: { ms: number },
  ) {}

  /** Opens it with two outlets. @param more variables of the environment. */
  static async open(more: Readonly<Record<string, string>> = {}): Promise<PeopleShop> {
    const clock = { ms: Date.now() };
    const variables = {
      ...{ SECRETS_KEY: randomBytes(32).toString('base64'), OPEN_RATE_LIMIT_PER_MINUTE: '0', AUTH_CACHE_MS: '1000' },
      ...more,
    };
    const shop = new PeopleShop(await startService(variables, () => clock.ms), clock);
    shop.outletId = await shop.openOutlet('A');
    shop.otherOutletId = await shop.openOutlet('B');
    return shop;
  }

  close(): Promise<void> {
    return this.service.close();
  }

  readonly now = (): number => this.clock.ms;

  pass(seconds: number): void {
    this.clock.ms += seconds * 1_000;
  }

  async openOutlet(receiptPrefix: string): Promise<string> {
    const taxGroups = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
    const outlet = { name: `Shop ${receiptPrefix}`, timeZone: 'UTC', receiptPrefix, tenders: ['cash'], taxGroups };
    return (await this.done('POST', '/outlets', outlet)).id as string;
  }

  /** Calls with the key of the business, which may do everything. @throws Error unless it is answered well. */
  async done(method: string, path: string, body?: object): Promise<Answer['body']> {
    const answer = await this.service.call(method, path, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  key(permissions: readonly Permission[], tenant: TestTenant = this.service.tenant): Promise<string> {
    return this.service.createKey(tenant, { permissions });
  }

  link(wish: Partial<DeviceWish> = {}): Promise<TestDevice> {
    return linkDevice(this.service, { outletId: this.outletId, now: this.now, ...wish });
  }

  /** @returns the id of somebody just taken on. */
  async person(assignments: readonly object[], more: object = {}): Promise<string> {
    this.named += 1;
    return (await this.done('POST', '/staff', { displayName: `Person ${this.named}`, assignments, ...more }))
      .id as string;
  }

  /** Takes somebody on who has chosen their PIN. @returns their id. */
  async hire(role: string, pin: string, at: TestDevice, more: object = {}): Promise<string> {
    const id = await this.person([{ role }], more);
    await this.giveFirstPin(id);
    const token = await this.token(at, id, FIRST_PIN);
    const body = { current: FIRST_PIN, new: pin };
    const changed = await at.call('POST', '/staff/me/pin', { token, body, withoutKey: true });
    if (changed.status >= 300) throw new Error(changed.text);
    return id;
  }

  /** Sets a PIN that has to be changed. */
  async giveFirstPin(id: string): Promise<string> {
    await this.done('PUT', `/staff/${id}/pin`, { pin: FIRST_PIN, reason: 'first day', confirm: true });
    return FIRST_PIN;
  }

  signIn(at: TestDevice, personId: string, pin: string): Promise<Answer> {
    return at.call('POST', '/sessions', { body: { method: 'pin', personId, pin } });
  }

  /** Signs in. @returns the token. @throws Error when that is refused. */
  async token(at: TestDevice, personId: string, pin: string): Promise<string> {
    const { status, body, text } = await this.signIn(at, personId, pin);
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.token as string;
  }
}

/** What an answer says: its status, and its code where it refuses. */
export function told({ status, body }: Answer): string {
  const { code } = (body ?? {}) as { code?: string };
  return code === undefined ? String(status) : `${status} ${code}`;
}
