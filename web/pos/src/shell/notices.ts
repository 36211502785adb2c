import { signal, type ReadonlySignal } from '@preact/signals';
import type { Said } from '../till.js';

/** How long a way back stays (UX.md §3). */
const UNDO_MS = 8_000;
const WORD_MS = 4_000;

/** Words at the lower edge: one at a time, the newest. */
export class Notices {
  private readonly shown = signal<Said | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private count = 0;

  get said(): ReadonlySignal<Said | null> {
    return this.shown;
  }

  say(text: string, { undo }: { readonly undo?: () => void } = {}): void {
    clearTimeout(this.timer);
    this.count += 1;
    const id = this.count;
    const back = undo && { undo: () => this.takeBack(id, undo) };
    this.shown.value = { id, text, ...back };
    this.timer = setTimeout(() => this.drop(id), undo === undefined ? WORD_MS : UNDO_MS);
  }

  private takeBack(id: number, undo: () => void): void {
    this.drop(id);
    undo();
  }

  private drop(id: number): void {
    if (this.shown.value?.id === id) this.shown.value = null;
  }
}
