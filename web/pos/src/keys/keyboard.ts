import type { KeyMap } from './key-map.js';
import { GAP_MS, ScanBurst, type Burst } from './scan-burst.js';

/** A timer that comes later than this tells that the page was busy. */
const LATE_MS = 20;
const PATIENCE = 5;

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** How a field was before a burst began, so that nothing of the burst stays in it. */
interface FieldBefore {
  readonly field: TextElement;
  readonly value: string;
  readonly caret: number | null;
}

export interface KeyboardTargets {
  /** Those of the till that is open now. */
  readonly keys: () => KeyMap;
  readonly onScan: (code: string) => void;
  /** Any sign of somebody being there. */
  readonly onTouch: () => void;
}

/** Listens to the whole window: bursts are scans wherever the focus is, everything else goes where it belongs. @returns ends it. */
export function listenToKeyboard(targets: KeyboardTargets): () => void {
  const listener = new KeyboardListener(targets);
  const down = (event: KeyboardEvent): void => listener.down(event);
  const clicked = (event: MouseEvent): void => listener.clicked(event);
  window.addEventListener('keydown', down, { capture: true });
  window.addEventListener('click', clicked, { capture: true, passive: true });
  window.addEventListener('pointerdown', targets.onTouch, { capture: true, passive: true });
  return () => {
    window.removeEventListener('keydown', down, { capture: true });
    window.removeEventListener('click', clicked, { capture: true });
    window.removeEventListener('pointerdown', targets.onTouch, { capture: true });
  };
}

class KeyboardListener {
  private readonly burst = new ScanBurst();
  private before: FieldBefore | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** A finger or a mouse was used last: what has the focus has it from there, or from a dialog that it closed, not by keys. */
  private pointed = false;

  constructor(private readonly targets: KeyboardTargets) {}

  /** @param event of a pointer; a click that a key made has no `detail`. */
  clicked({ detail }: MouseEvent): void {
    this.pointed = detail > 0;
  }

  down(event: KeyboardEvent): void {
    this.targets.onTouch();
    if (event.key === 'Tab') this.pointed = false;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const field = textElementOf(event.target);
    const isCharacter = event.key.length === 1;
    if (isCharacter && !this.burst.waits) this.before = field && stateOf(field);
    // A space presses the button that has the focus.
    if (event.key === ' ' && field === undefined && !this.burst.waits && pressesByItself(event.target)) return;
    const known = this.burst.press(event.key, event.timeStamp);
    if (isCharacter && field === undefined) event.preventDefault();
    for (const one of known) this.act(one, event, field !== undefined);
    this.waitForMore(field !== undefined);
  }

  private act(burst: Burst, event: KeyboardEvent, inField: boolean): void {
    if (burst.kind === 'scanned') {
      event.preventDefault();
      event.stopImmediatePropagation();
      restore(this.before);
      this.targets.onScan(burst.code);
      return;
    }
    for (const key of burst.keys) this.type(key, event, inField);
  }

  private type(key: string, event: KeyboardEvent, inField: boolean): void {
    const isOwn = key === event.key;
    // Presses the button or opens the list that has the focus: the browser does that. What was only tapped is not pressed again.
    const pressesAgain = this.pointed && isPressed(event.target);
    if (isOwn && key === 'Enter' && pressesByItself(event.target) && !pressesAgain) return;
    const dialog = document.querySelector('dialog:modal');
    if (dialog !== null && (key === 'Escape' || !this.targets.keys().isModal)) return;
    if (this.targets.keys().press(key, inField) && isOwn) event.preventDefault();
  }

  private waitForMore(inField: boolean): void {
    clearTimeout(this.timer);
    if (this.burst.waits) this.settleIn(GAP_MS, inField, PATIENCE);
  }

  /** What waits was typed, when nothing more comes. While the page was busy keys may have come that it has not heard of yet. */
  private settleIn(ms: number, inField: boolean, patience: number): void {
    const due = performance.now() + ms;
    this.timer = setTimeout(() => {
      if (patience > 0 && performance.now() - due > LATE_MS) {
        this.settleIn(LATE_MS, inField, patience - 1);
        return;
      }
      for (const burst of this.burst.settle())
        if (burst.kind === 'typed' && !inField) for (const key of burst.keys) this.later(key);
    }, ms);
  }

  private later(key: string): void {
    if (document.querySelector('dialog:modal') !== null && !this.targets.keys().isModal) return;
    this.targets.keys().press(key);
  }
}

function textElementOf(target: EventTarget | null): TextElement | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  if (target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range', 'file'].includes(target.type))
    return target;
  return undefined;
}

function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}

function pressesByItself(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], select, summary, input, textarea') !== null;
}

function stateOf(field: TextElement): FieldBefore {
  return { field, value: field.value, caret: field.selectionStart };
}

function restore(before: FieldBefore | undefined): void {
  if (before === undefined || !before.field.isConnected) return;
  const { field, value, caret } = before;
  field.value = value;
  if (caret !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
