import type { MessageKey } from '../messages/translate.js';

/** What keys do, on every screen (UX.md §4); the card that `?` shows is made from this table. */
export const KEY_TABLE = {
  search: { keys: ['F2'], label: 'key.search' },
  modify: { keys: ['F3'], label: 'key.modify' },
  customer: { keys: ['F4'], label: 'key.customer' },
  discount: { keys: ['F6'], label: 'key.discount' },
  hold: { keys: ['F7'], label: 'key.hold' },
  held: { keys: ['F8'], label: 'key.held' },
  pay: { keys: ['F9'], label: 'key.pay' },
  lastReceipt: { keys: ['F10'], label: 'key.lastReceipt' },
  tables: { keys: ['t', 'T'], label: 'key.tables' },
  fire: { keys: ['f', 'F'], label: 'key.fire' },
  more: { keys: ['+'], label: 'key.more' },
  fewer: { keys: ['-'], label: 'key.fewer' },
  remove: { keys: ['Delete'], label: 'key.remove' },
  back: { keys: ['Escape'], label: 'key.back' },
  up: { keys: ['ArrowUp'], label: 'key.up' },
  down: { keys: ['ArrowDown'], label: 'key.down' },
  confirm: { keys: ['Enter'], label: 'key.confirm' },
  times: { keys: ['*'], label: 'key.times' },
  tenderCash: { keys: ['c', 'C'], label: 'key.tenderCash' },
  tenderCard: { keys: ['k', 'K'], label: 'key.tenderCard' },
  tenderMobile: { keys: ['m', 'M'], label: 'key.tenderMobile' },
  tenderGift: { keys: ['g', 'G'], label: 'key.tenderGift' },
  split: { keys: ['s', 'S'], label: 'key.split' },
  help: { keys: ['?'], label: 'key.help' },
} as const satisfies Readonly<Record<string, { readonly keys: readonly string[]; readonly label: MessageKey }>>;
export type KeyAction = keyof typeof KEY_TABLE;

/** What a screen does with keys. What it returns `false` for, and what it does not name, goes on to the screen below. */
export interface KeyHandlers {
  readonly actions?: Partial<Record<KeyAction, () => unknown>> | undefined;
  /** Digits, `.` `,` and Backspace, typed or from the number block, while no field has the focus. */
  readonly amount?: ((key: string) => unknown) | undefined;
  /** True: nothing goes on to what is below. Dialogs are so. */
  readonly modal?: boolean | undefined;
}

/** Keys that this outlet wants by what they do, none for what is switched off; what the till does not know is left alone. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

const AMOUNT = /^(?:\d|\.|,|Backspace)$/;

/** Who hears the keys: the screen that came last is asked first. */
export class KeyMap {
  private readonly stack: KeyHandlers[] = [];
  private actionOf = actionsByKey({});

  /** @returns ends it. */
  push(handlers: KeyHandlers): () => void {
    this.stack.push(handlers);
    return () => {
      const at = this.stack.indexOf(handlers);
      if (at >= 0) this.stack.splice(at, 1);
    };
  }

  /** Whether a dialog hears the keys. */
  get isModal(): boolean {
    return this.stack.at(-1)?.modal === true;
  }

  /** Takes over what the outlet changed. */
  change(changes: KeyChanges): void {
    this.actionOf = actionsByKey(changes);
  }

  /** The keys of an action now, for the card and for hints on buttons. */
  keysOf(action: KeyAction): readonly string[] {
    return [...this.actionOf].filter(([, found]) => found === action).map(([key]) => key);
  }

  /** Lets a key act. @param inField a field has the focus: then only function keys and Escape act. @returns whether somebody took it. */
  press(key: string, inField = false): boolean {
    const action = this.actionOf.get(key);
    const reaches = !inField || /^F\d+$/.test(key) || key === 'Escape';
    if (!reaches) return false;
    for (const handlers of [...this.stack].reverse()) {
      if (this.took(handlers, key, action)) return true;
      if (handlers.modal === true) return false;
    }
    return false;
  }

  private took({ actions, amount }: KeyHandlers, key: string, action: KeyAction | undefined): boolean {
    const run = action === undefined ? undefined : actions?.[action];
    if (run !== undefined && run() !== false) return true;
    return amount !== undefined && AMOUNT.test(key) && amount(key) !== false;
  }
}

function actionsByKey(changes: KeyChanges): ReadonlyMap<string, KeyAction> {
  const found = new Map<string, KeyAction>();
  const actions = Object.keys(KEY_TABLE) as KeyAction[];
  for (const action of actions)
    if (!(action in changes)) for (const key of KEY_TABLE[action].keys) found.set(key, action);
  // Afterwards: a key that the outlet wants for something does nothing else any more.
  for (const action of actions) for (const key of changes[action] ?? []) found.set(key, action);
  return found;
}
