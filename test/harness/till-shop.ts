import { hash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startService, type Answer, type TestService } from './service.js';
import type { OutletId, TenantId } from '../../src/kernel/ids.js';
import type { EventSubscriber, PublishedEvent } from '../../src/kernel/outbox.js';
import { SLOW_HASHES } from '../../src/platform/crypto/tokens.js';
import type { SlowHashes } from '../../src/platform/crypto/slow-hashes.js';
import { EVENT_SUBSCRIBER } from '../../src/platform/tokens.js';
import { BearerKind, permissionsOf, writeToken, type FoundBearer } from '../../src/modules/access/index.js';
import { DevicesFacade, type DeviceId, type DeviceKind, type KnownDevice } from '../../src/modules/devices/index.js';
import {
  PeopleFacade,
  type Person,
  type PersonId,
  type PersonRights,
  type StoredPin,
} from '../../src/modules/people/index.js';
import { EndingEventsListener } from '../../src/modules/sessions/adapters/outbox/ending-events.js';

const DAY_MS = 86_400_000;

// Staff and devices of memory stand for those modules here, so that a test says in a line who works where.

/** Somebody of the staff, as the test wants them. */
export interface Worker {
  readonly id: string;
  userId: string | null;
  pin: string | undefined;
  mustChange: boolean;
  badge: string | undefined;
  roles: readonly string[];
  isActive: boolean;
}

/** A device, as the test wants it. */
export interface Till {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly outletId: OutletId;
  readonly token: string;
  readonly secret: string;
  status: KnownDevice['status'];
  idleLockMinutes: number | null;
}

class Staff extends PeopleFacade {
  /** How many questions were asked. */
  asked = 0;
  readonly workers = new Map<string, Worker>();

  person(_tx: unknown, id: PersonId): Promise<Person | undefined> {
    return this.answer(this.workers.get(id));
  }
  byUserId(_tx: unknown, userId: string): Promise<Person | undefined> {
    return this.answer(this.first((worker) => worker.userId === userId));
  }
  byEmail(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  byBadge(_tx: unknown, badge: string): Promise<Person | undefined> {
    return this.answer(this.first((worker) => worker.badge === badge));
  }
  async pinOf(_tx: unknown, id: PersonId): Promise<StoredPin | undefined> {
    this.asked += 1;
    const { pin, mustChange = false } = this.workers.get(id) ?? {};
    return pin === undefined ? undefined : { hash: `hash of ${pin}`, mustChange };
  }
  async rightsAt(tx: unknown, id: PersonId): Promise<PersonRights | undefined> {
    const worker = this.workers.get(id);
    const person = await this.person(tx, id);
    if (worker?.isActive !== true || person === undefined || worker.roles.length === 0) return undefined;
    const { roles } = worker;
    const subjects = [`staff:${id}`, ...roles.map((role) => `role:${role}`)];
    return { person, roles, permissions: permissionsOf(roles), outlets: null, regions: null, subjects };
  }
  atPlace(): Promise<readonly Person[]> {
    this.asked += 1;
    return Promise.resolve([...this.workers.values()].filter(({ pin }) => pin !== undefined).map(personOf));
  }

  private first(test: (worker: Worker) => boolean): Worker | undefined {
    return [...this.workers.values()].find(test);
  }
  private answer(worker: Worker | undefined): Promise<Person | undefined> {
    this.asked += 1;
    return Promise.resolve(worker && personOf(worker));
  }
}

function personOf({ id, userId, isActive }: Worker): Person {
  const status = isActive ? 'active' : 'disabled';
  return { id: id as PersonId, userId, displayName: `Ann ${id.slice(0, 4)}`, email: null, status };
}

class Devices extends DevicesFacade {
  readonly tills = new Map<string, Till>();

  device(_tx: unknown, id: DeviceId): Promise<KnownDevice | undefined> {
    const till = this.tills.get(id);
    if (till === undefined) return Promise.resolve(undefined);
    const { kind, outletId, status, idleLockMinutes } = till;
    const proof = { by: 'secret', hash: hash('sha256', till.secret, 'hex') } as const;
    return Promise.resolve({ id, name: 'till', kind, outletId, status, idleLockMinutes, proof });
  }
}

class DeviceBearers extends BearerKind {
  readonly kinds = ['device'] as const;

  constructor(private readonly devices: Devices) {
    super();
  }

  find(_tenantId: TenantId, tokenHash: string): Promise<FoundBearer | undefined> {
    const till = [...this.devices.tills.values()].find(({ token }) => hash('sha256', token, 'hex') === tokenHash);
    if (till === undefined) return Promise.resolve(undefined);
    const { id, outletId, secret } = till;
    const permissions = new Set(['devices:self', 'catalog:read']);
    const principal = {
      kind: 'device',
      id,
      deviceId: id,
      permissions,
      outlets: new Set([outletId]),
      test: false,
    } as const;
    const proof = { by: 'secret', hash: hash('sha256', secret, 'hex') } as const;
    return Promise.resolve({ principal, proof, expiresAt: Infinity, subjects: [`device:${id}`] });
  }
}

/** Quick hashes that count how often they were asked. */
class Hashes {
  asked = 0;
  isBusy = false;

  async matches(pin: string, kept: string | undefined): Promise<boolean> {
    this.asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.isBusy) throw new Error('the hashes are broken');
    return kept === `hash of ${pin}`;
  }
}

/** The service with people and tills, and a clock that the test moves. */
export class TillShop {
  outletId = '' as OutletId;

  private constructor(
    readonly service: TestService,
    readonly staff: Staff,
    readonly devices: Devices,
    readonly hashes: Hashes,
    private readonly clock: { now: number },
  ) {}

  /** @param variables of the environment. */
  static async open(variables: Readonly<Record<string, string>> = {}): Promise<TillShop> {
    const clock = { now: Date.UTC(2026, 10, 21, 12) };
    const service = await startService({ AUTH_CACHE_MS: '30000', ...variables }, () => clock.now);
    const shop = new TillShop(service, new Staff(), new Devices(), new Hashes(), clock);
    // Before the first request: from then on the door knows whom to ask for each kind of token.
    await shop.equip(service.api.container);
    const outlet = { name: 'Main street', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
    shop.outletId = (await service.call('POST', '/outlets', { body: outlet })).body.id as OutletId;
    return shop;
  }

  /** Puts the people and tills of this shop into an instance of the service. */
  async equip(container: TestService['api']['container']): Promise<void> {
    for (const facade of [PeopleFacade, DevicesFacade, SLOW_HASHES])
      if (container.isBound(facade)) container.unbind(facade);
    container.bind(PeopleFacade).toConstantValue(this.staff);
    container.bind(DevicesFacade).toConstantValue(this.devices);
    container.bind(SLOW_HASHES).toConstantValue(this.hashes as unknown as SlowHashes);
    container.bind(BearerKind).toConstantValue(new DeviceBearers(this.devices));
  }

  hire(wish: Partial<Worker> = {}): Worker {
    const worker: Worker = {
      ...{ id: randomUUID(), userId: null, pin: '4711', mustChange: false, badge: undefined, roles: ['cashier'] },
      ...{ isActive: true, ...wish },
    };
    this.staff.workers.set(worker.id, worker);
    return worker;
  }

  till(wish: Partial<Till> = {}): Till {
    const bytes = hash('sha256', randomUUID(), 'buffer').subarray(0, 25);
    const till: Till = {
      ...{ id: randomUUID(), kind: 'till', outletId: this.outletId, secret: randomUUID(), status: 'active' },
      ...{ token: writeToken('device', this.service.tenant.id, bytes), idleLockMinutes: 10, ...wish },
    };
    this.devices.tills.set(till.id, till);
    return till;
  }

  /** The time of the service. */
  get now(): Date {
    return new Date(this.clock.now);
  }

  /** Moves to noon (UTC) of the next day but one: nothing of before matters but locks of accounts. */
  nextNoon(): void {
    const days = Math.floor(this.clock.now / DAY_MS);
    this.clock.now = (days + 2) * DAY_MS + DAY_MS / 2;
  }

  pass(seconds: number): void {
    this.clock.now += seconds * 1_000;
  }

  /** Asks as a device, or as whoever is signed in at it. */
  at(till: Till, method: string, path: string, body?: object, token: string = till.token): Promise<Answer> {
    const headers = { 'POS-Device-Secret': till.secret };
    return this.service.call(method, path, { token, headers, ...(body !== undefined && { body }) });
  }

  signIn(till: Till, worker: Pick<Worker, 'id'>, pin = '4711', more: object = {}): Promise<Answer> {
    return this.at(till, 'POST', '/sessions', { method: 'pin', personId: worker.id, pin, ...more });
  }

  /** Signs in, and gives the token. */
  async token(till: Till, worker: Pick<Worker, 'id'>, more: object = {}): Promise<string> {
    const { status, body, text } = await this.signIn(till, worker, '4711', more);
    if (status !== 201) throw new Error(text);
    return body.token as string;
  }

  /** Tells this module of an event of another, as the dispatcher does. */
  async tell(type: string, aggregateId: string): Promise<void> {
    const { tenant, api } = this.service;
    const event: PublishedEvent = {
      ...{ id: randomUUID(), type, aggregate: 'x', aggregateId, sequence: 1, outletId: null, tenantId: tenant.id },
      ...{
        tenantSlug: tenant.slug,
        occurredAt: this.now,
        actor: 'user:boss',
        requestId: 'r',
        traceParent: null,
        data: {},
      },
    };
    const listens = (one: EventSubscriber): boolean => one instanceof EndingEventsListener && one.pattern === type;
    await api.container.getAll(EVENT_SUBSCRIBER).find(listens)?.handle(event);
  }

  /** What the log has of this module, without what was there before. */
  async events(type: string): Promise<readonly { data: Record<string, unknown>; actor: string }[]> {
    return (await this.sql('select data, actor from events where type = $1 order by position', [type])) as never;
  }

  async sql(text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.service.database.ownerUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [this.service.tenant.id]);
      return (await client.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  close(): Promise<void> {
    return this.service.close();
  }
}
