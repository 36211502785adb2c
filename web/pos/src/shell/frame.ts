import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { BookSync } from '../../../../sdk/src/book/book-sync.js';
import type { PriceBook } from '../../../../sdk/src/book/price-book.js';
import type { PosClient } from '../../../../sdk/src/client/pos-client.js';
import type { Receipt } from '../../../../sdk/src/contract/models.js';
import type { LinkedDevice } from '../../../../sdk/src/device/linking.js';
import type { Money } from '../../../../sdk/src/money.js';
import type { OfflineQueue } from '../../../../sdk/src/queue/offline-queue.js';
import type { QueueStatus } from '../../../../sdk/src/queue/queue-status.js';
import type { Register } from '../../../../sdk/src/register/register.js';
import type { DeviceLife } from '../boot/device-life.js';
import type { KeptValues } from '../boot/kept-values.js';
import type { Network } from '../boot/network.js';
import { nextReceiptNumber } from '../boot/receipt-numbers.js';
import { sound } from '../boot/sounds.js';
import type { KeyMap } from '../keys/key-map.js';
import { t, type MessageKey, type MessageParameters } from '../messages/translate.js';
import type { Door } from '../sign-in/door.js';
import type { KnownPeople } from '../sign-in/known-people.js';
import type { ActToApprove, Approval, Screen, SignedIn, Till } from '../till.js';
import { ManagerQuestion } from './manager-question.js';
import { moneyText } from './money-text.js';
import { Notices } from './notices.js';

/** What boot has opened. */
export interface FrameParts {
  readonly linked: Signal<LinkedDevice>;
  readonly queue: OfflineQueue;
  readonly books: BookSync;
  readonly register: Register;
  readonly network: Network;
  readonly door: Door;
  readonly known: KnownPeople;
  readonly kept: KeptValues;
  readonly keys: KeyMap;
  readonly life: DeviceLife;
  readonly printing: (receipt: Receipt, frame: Frame) => void;
  readonly drawer: (frame: Frame) => void;
  /** Forgets the business; the page then begins anew. */
  readonly unlink: () => Promise<void>;
}

/** The till as its screens see it, and what only the frame sees. */
export class Frame implements Till {
  readonly training = signal(false);
  readonly basketEmpty = signal(true);
  readonly notices = new Notices();
  readonly manager: ManagerQuestion;
  readonly helpShown = signal(false);
  readonly queueStatus: Signal<QueueStatus>;
  readonly book: Signal<PriceBook | null>;
  private readonly place = signal<Screen>('sell');
  private readonly scanners: ((code: string) => void)[] = [];
  private readonly practice: OfflineQueue;

  constructor(readonly parts: FrameParts) {
    const { queue, books, door, known, network } = parts;
    this.queueStatus = signal(queue.status);
    queue.onChange((status) => (this.queueStatus.value = status));
    this.book = signal(books.book);
    books.onChange(() => this.takeBook());
    this.practice = practiceOf(queue);
    this.manager = new ManagerQuestion({
      ...{ person: () => door.person.value, client: this.client, known, now: Date.now },
      ...{ online: () => network.online.value, outletId: () => parts.linked.value.outlet.id },
      staff: () => this.book.value?.staff ?? [],
      defaultReason: () => t('manager.reason'),
    });
  }

  get device(): ReadonlySignal<LinkedDevice> {
    return this.parts.linked;
  }

  get keys(): KeyMap {
    return this.parts.keys;
  }

  get person(): ReadonlySignal<SignedIn | null> {
    return this.parts.door.person;
  }

  get online(): ReadonlySignal<boolean> {
    return this.parts.network.online;
  }

  get screen(): ReadonlySignal<Screen> {
    return this.place;
  }

  get register(): Register {
    return this.parts.register;
  }

  /** While training nothing enters the queue. */
  get queue(): OfflineQueue {
    return this.training.value ? this.practice : this.parts.queue;
  }

  readonly client = (): PosClient => this.parts.door.client();

  go(screen: Screen): void {
    this.place.value = screen;
  }

  may(permission: string): boolean {
    return this.person.value?.permissions.has(permission) ?? false;
  }

  askManager(permission: string, what: string, act: ActToApprove): Promise<Approval | null> {
    return this.manager.ask(permission, what, act);
  }

  say(message: string, more?: { readonly undo?: () => void }): void {
    this.notices.say(message, more);
  }

  print(receipt: Receipt): void {
    this.parts.printing(receipt, this);
  }

  openDrawer(): void {
    this.parts.drawer(this);
  }

  nextReceiptNumber(): Promise<string> {
    const device = this.parts.books.book?.configuration;
    const series = device?.receiptSeries ?? `T${this.device.value.device.id.slice(-4).toUpperCase()}`;
    if (this.training.value) return Promise.resolve('TRAINING');
    return nextReceiptNumber(this.parts.kept, { series, next: device?.nextReceiptNumber ?? null });
  }

  onScan(listener: (code: string) => void): () => void {
    this.scanners.push(listener);
    return () => {
      const at = this.scanners.indexOf(listener);
      if (at >= 0) this.scanners.splice(at, 1);
    };
  }

  /** A scanner read a code. Behind the door nobody hears it. */
  scanned(code: string): void {
    if (this.parts.door.state.value.kind === 'open') this.scanners.at(-1)?.(code);
  }

  sound(kind: 'good' | 'bad'): void {
    sound(kind);
  }

  t(key: MessageKey, parameters?: MessageParameters): string {
    return t(key, parameters);
  }

  money(amount: Money): string {
    const { locale } = this.parts.linked.value.outlet;
    return moneyText(amount, locale, this.book.value?.business.minorDigits);
  }

  private takeBook(): void {
    const { book } = this.parts.books;
    if (book === null || book === this.book.value) return;
    this.book.value = book;
    void this.parts.known.follow(book.staff);
  }
}

/** A queue that keeps nothing of what is appended: everything else is that of the device. */
function practiceOf(queue: OfflineQueue): OfflineQueue {
  const practice = Object.create(queue) as OfflineQueue;
  practice.append = async (kind, body, actor, more) => ({
    ...{ id: more?.id ?? crypto.randomUUID(), sequence: 0, at: new Date().toISOString(), kind, body, actor },
    ...{
      approver: more?.approver ?? null,
      dependsOn: more?.dependsOn ?? [],
      previousHash: '',
      hash: '',
      signature: '',
    },
  });
  return practice;
}
