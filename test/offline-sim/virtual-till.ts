import {
  OfflineQueue,
  type EntryKind,
  type EntryPerson,
  type JsonObject,
  type PosClient,
} from '../../sdk/src/index.js';
import type { DeviceKeys } from '../../sdk/src/index.js';
import { Register, type PersonAtTill, type PriceBook } from '../../sdk/src/engine.js';
import type { Chance } from '../faults/chance.js';
import { DeviceBook, type BookedSession } from './device-book.js';
import type { MemoryQueueStore } from './memory-queue-store.js';
import type { SimOutlet } from './sim-shop.js';

/** What a till is made of. */
export interface TillParts {
  readonly name: string;
  readonly tenant: string;
  readonly currency: string;
  readonly outlet: SimOutlet;
  readonly deviceId: string;
  readonly receiptSeries: string;
  readonly drawerId: string;
  readonly keys: DeviceKeys;
  readonly client: PosClient;
  readonly priceBook: PriceBook;
  readonly store: MemoryQueueStore;
  readonly chance: Chance;
  /** Who works there, and who stands by for what they may not do alone. */
  readonly person: PersonAtTill;
  readonly manager: PersonAtTill;
}

/** A till with the real register, the real queue, real keys, and a clock of its own. */
export class VirtualTill {
  readonly book: DeviceBook;
  readonly register: Register;
  /** The device's clock, in ms; `undefined`: it goes right. */
  clock: number | undefined;
  private receipts = 0;
  private readonly opened = new Map<MemoryQueueStore, OfflineQueue>();

  constructor(readonly parts: TillParts) {
    const { deviceId, outlet, priceBook, chance } = parts;
    this.book = new DeviceBook(deviceId, outlet.id);
    const ids = { next: () => chance.uuid() as never };
    this.register = new Register({ book: () => priceBook, ids, now: this.now });
  }

  readonly now = (): number => this.clock ?? Date.now();

  /** A tab of this device, or of a clone of it. */
  async tab(client: PosClient = this.parts.client, store = this.parts.store): Promise<OfflineQueue> {
    const { tenant, deviceId, keys } = this.parts;
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
    return await OfflineQueue.open({ store, client, tenant, deviceId, keys, now: this.now, wait });
  }

  /** The next number of the device's own series. */
  nextReceipt(): string {
    this.receipts += 1;
    return `${this.parts.receiptSeries}-${String(this.receipts).padStart(6, '0')}`;
  }

  /** Does something: it is in the queue, and in the book. @param beyond what takes somebody with more rights. */
  async did(kind: EntryKind, body: object, right: string): Promise<string> {
    const id = await this.append(this.parts.store, kind, body, right);
    this.book.entries.push({ id, kind });
    return id;
  }

  /** The same on any copy of the device's disk; nobody takes note of it. */
  async append(store: MemoryQueueStore, kind: EntryKind, body: object, right: string): Promise<string> {
    const { chance, person, manager } = this.parts;
    let queue = this.opened.get(store);
    if (queue === undefined) {
      queue = await this.tab(this.parts.client, store);
      this.opened.set(store, queue);
    }
    const approver = person.permissions.has(right) ? undefined : entryPerson(manager);
    const id = chance.uuid();
    await queue.append(kind, body as JsonObject, entryPerson(person), { id, approver });
    return id;
  }

  /** Who rings up what takes more than everybody may. */
  get personWithManager(): PersonAtTill {
    const { person, manager } = this.parts;
    return { ...person, approver: manager };
  }

  /** The drawer session that is open. @throws Error while there is none. */
  get session(): BookedSession {
    const open = [...this.book.sessions.values()].find(({ counted }) => counted === null);
    if (open === undefined) throw new Error(`${this.parts.name} has no open drawer`);
    return open;
  }

  cash(amount: number): { readonly amount: number; readonly currency: string } {
    return { amount, currency: this.parts.currency };
  }
}

function entryPerson({ personId }: PersonAtTill): EntryPerson {
  return { personId, sessionId: null };
}
