import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BookSync, MemoryBookStore, Register, type RungSale } from '../../sdk/src/engine.js';
import {
  createDeviceKeys,
  credentialOf,
  linkDevice,
  newId,
  OfflineQueue,
  PosClient,
  type DeviceKeys,
  type LinkedDevice,
  type QueuedEntry,
} from '../../sdk/src/index.js';
import { fileKeyStore, openFileStore } from '../../sdk/src/node.js';
import { permissionsOf } from '../../src/modules/access/index.js';
import type { TestService } from '../harness/service.js';
import { makeLinkCode } from '../harness/test-device.js';

/** Something that is sold. */
export interface TillLine {
  readonly sku: string;
  readonly quantity?: string;
}

/** Who stands at it. */
export interface TillPerson {
  readonly personId: string;
  readonly sessionId: string | null;
}

/** A till with the real keys, book, register and queue, which talks to whom it is told to. */
export class ShopTill {
  queue!: OfflineQueue;
  client!: PosClient;
  private receipts = 0;
  private book!: BookSync;
  private register!: Register;

  private constructor(
    private readonly folder: string,
    readonly linked: LinkedDevice,
    private readonly keys: DeviceKeys,
    private readonly person: TillPerson,
    private readonly now: () => number,
  ) {}

  /** Links it in the cloud, where it then is. */
  static async open(
    cloud: TestService,
    outletId: string,
    person: TillPerson,
    now: () => number = Date.now,
  ): Promise<ShopTill> {
    const folder = await mkdtemp(path.join(tmpdir(), 'pos-hub-till-'));
    const keys = await createDeviceKeys(fileKeyStore(path.join(folder, 'key')));
    const code = await makeLinkCode(cloud, { outletId, name: `Till ${newId().slice(-6)}` });
    const about = { fingerprint: `machine ${folder}`, appVersion: '1.0.0' };
    const linked = await linkDevice({ baseUrl: cloud.baseUrl, tenant: cloud.tenant.slug, code, keys, now, ...about });
    const till = new ShopTill(folder, linked, keys, person, now);
    await till.talkTo(cloud.baseUrl);
    return till;
  }

  get deviceId(): string {
    return this.linked.device.id;
  }

  /** Moves it: link, keys and queue are the same. */
  async talkTo(baseUrl: string): Promise<void> {
    await (this.queue as OfflineQueue | undefined)?.close();
    const { keys, linked, now } = this;
    const { tenant } = linked;
    const retry = { firstMs: 5, maxMs: 20 };
    const credential = credentialOf(linked, keys);
    this.client = new PosClient({ baseUrl, tenant, credential, now, retry, fetch: (...call) => this.fetched(call) });
    const store = await openFileStore(path.join(this.folder, 'queue'));
    this.queue = await OfflineQueue.open({ store, client: this.client, tenant, deviceId: this.deviceId, keys, now });
    this.book = await BookSync.open({ client: this.client, store: new MemoryBookStore(), now });
    this.register = new Register({ book: () => this.priceBook, ids: { next: () => newId() as never }, now });
  }

  /** Fetches what it sells from. */
  async stockUp(): Promise<void> {
    await this.book.refresh();
  }

  /** Sells, and keeps it in its queue. @param paid false: the order stays open. @returns the order's id. */
  async sell(lines: readonly TillLine[], more: { paid?: boolean } = {}): Promise<string> {
    const rung = await this.ring(lines, more);
    await this.queue.append('order.place', rung.body, this.person);
    return rung.order.id;
  }

  /** Rings up, and keeps nothing. */
  async ring(lines: readonly TillLine[], { paid = true }: { paid?: boolean } = {}): Promise<RungSale> {
    const { outlet } = this.linked;
    const teller = { ...this.person, permissions: permissionsOf(['cashier']) };
    const sale = { outletId: outlet.id, lines, placedAt: new Date(this.now()).toISOString() } as never;
    const { order } = await this.register.price(sale, teller);
    const payments = paid ? [{ tender: 'cash', amount: order.totals.due }] : [];
    this.receipts += 1;
    const series = this.priceBook.configuration?.receiptSeries ?? 'T1';
    const receiptNumber = `${series}-${String(this.receipts).padStart(6, '0')}`;
    return this.register.ring(sale, payments, teller, { receiptNumber, drawerSessionId: null, complete: paid });
  }

  /** Pays an order that may be known elsewhere only, and completes it. */
  async pay(orderId: string, amount: { amount: number; currency: string }): Promise<void> {
    await this.queue.append(
      'order.add_payment',
      { orderId, payment: { id: newId(), tender: 'cash', amount } },
      this.person,
    );
    await this.queue.append('order.complete', { orderId }, this.person);
  }

  /** Sends all, and says what was refused. */
  async send(): Promise<readonly QueuedEntry[]> {
    await this.queue.send('button');
    return this.queue.entries('refused');
  }

  async close(): Promise<void> {
    await this.queue.close();
    await rm(this.folder, { recursive: true });
  }

  /** An answer as it comes from a server whose clock is the test's: Node stamps answers by that of the machine. */
  private async fetched(call: Parameters<typeof fetch>): Promise<Response> {
    const { body, status, headers: sent } = await fetch(...call);
    const headers = new Headers(sent);
    headers.set('Date', new Date(this.now()).toUTCString());
    return new Response(body, { status, headers });
  }

  private get priceBook() {
    const { book } = this.book;
    if (book === null) throw new Error('the till has no book: stockUp first');
    return book;
  }
}
