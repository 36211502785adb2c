import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PriceBook } from '../../../sdk/src/book/price-book.js';
import type { PosClient } from '../../../sdk/src/client/pos-client.js';
import type { Receipt } from '../../../sdk/src/contract/models.js';
import type { LinkedDevice } from '../../../sdk/src/device/linking.js';
import type { Money } from '../../../sdk/src/money.js';
import type { OfflineQueue } from '../../../sdk/src/queue/offline-queue.js';
import type { QueueStatus } from '../../../sdk/src/queue/queue-status.js';
import type { Register } from '../../../sdk/src/register/register.js';
import type { KeyMap } from './keys/key-map.js';
import type { MessageKey, MessageParameters } from './messages/translate.js';

/** Where the till is. What lies before selling (linking, signing in, locked) is no screen but a door: the frame sees to it. */
export type Screen = 'sell' | 'pay' | 'held' | 'refund' | 'receipts' | 'drawer' | 'queue' | 'settings';

/** Who works at the till. */
export interface SignedIn {
  readonly personId: string;
  /** `null`: signed in without the network. */
  readonly sessionId: string | null;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  /** Whether the sign-in was checked by this device alone. */
  readonly offline: boolean;
}

/** Somebody as entries of the queue name them. */
export interface TillPerson {
  readonly personId: string;
  readonly sessionId: string | null;
}

/** A second person stood for an act. */
export interface Approval {
  readonly approver: TillPerson;
  readonly name: string;
  /** Of the server, where it was asked; `undefined` offline. */
  readonly approvalId?: string;
}

/** What an approval is for, as the server's POST approvals/on-the-spot wants it. */
export interface ActToApprove {
  /** Such as `order.refund`. `null`: an act of this device alone, which the server gives no approvals of. */
  readonly action: string | null;
  /** What it is done to: an order's id, a drawer session's. */
  readonly targetId: string;
  readonly amount?: Money;
  readonly reason?: string;
}

/** A short word with a way back, shown for 8 s. */
export interface Said {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** What each screen of the till works with. */
export interface Till {
  readonly device: ReadonlySignal<LinkedDevice | null>;
  readonly person: ReadonlySignal<SignedIn | null>;
  readonly client: () => PosClient;
  readonly queue: OfflineQueue;
  readonly queueStatus: ReadonlySignal<QueueStatus>;
  readonly online: ReadonlySignal<boolean>;
  readonly book: ReadonlySignal<PriceBook | null>;
  readonly register: Register;
  readonly training: Signal<boolean>;
  readonly screen: ReadonlySignal<Screen>;
  /** Set by selling: the program is updated and the language reloaded only while it is true. */
  readonly basketEmpty: Signal<boolean>;
  readonly keys: KeyMap;
  go(screen: Screen): void;
  /** Whether the person signed in may do it; false for nobody. */
  may(permission: string): boolean;
  /**
   * Lets a second person stand for something, with a PIN of their own, while the work stays on the screen. `null`: given up.
   * @param what in words, for the manager: "Discount of 20 %".
   */
  askManager(permission: string, what: string, act: ActToApprove): Promise<Approval | null>;
  say(message: string, more?: { readonly undo?: () => void }): void;
  /** Prints in the background; a failure is a line in a list, never an exception. */
  print(receipt: Receipt): void;
  /** Opens the cash drawer that hangs on the printer, if one does, in the background. Where it does not open, that is said. */
  openDrawer(): void;
  /** The next receipt number of this device, given out once and kept over restarts. */
  nextReceiptNumber(): Promise<string>;
  /** Codes that a scanner read, wherever the focus is. The latest listener alone hears them. @returns ends it. */
  onScan(listener: (code: string) => void): () => void;
  /** A sound: `good` for what was found, `bad` for what was not. */
  sound(kind: 'good' | 'bad'): void;
  t(key: MessageKey, parameters?: MessageParameters): string;
  money(amount: Money): string;
}

/** What every screen gets. */
export interface ScreenProps {
  readonly till: Till;
}
