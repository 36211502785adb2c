import { signal, type Signal } from '@preact/signals';
import type { Till } from '../till.js';
import { KeptValue } from './kept-value.js';

/** The drawer session that this device works with, as it knows it: the queue may still carry it to the service. */
export interface OpenDrawer {
  readonly sessionId: string;
  readonly drawerId: string;
  readonly drawerName: string;
  /** RFC 3339, by this device's clock. */
  readonly openedAt: string;
  readonly openedBy: string;
  readonly currency: string;
  /** The last entry of the queue about it. */
  readonly entryId: string | null;
  /** True once the closing count has begun: no cash is taken any more. */
  readonly counting: boolean;
}

const NAME = 'pos.drawer';
const memories = new WeakMap<Till, Signal<OpenDrawer | null>>();

/** The drawer of the device, as a signal: `null` while none is open. */
export function drawerSignal(till: Till): Signal<OpenDrawer | null> {
  const known = memories.get(till);
  if (known !== undefined) return known;
  const made = signal(new KeptValue<OpenDrawer>(NAME).read());
  memories.set(till, made);
  return made;
}

/** Keeps which drawer is open; `null` forgets it. */
export function rememberDrawer(till: Till, drawer: OpenDrawer | null): void {
  new KeptValue<OpenDrawer>(NAME).write(drawer);
  drawerSignal(till).value = drawer;
}

/** The drawer that cash goes into now; `null`: there is none. */
export function openDrawer(till: Till): OpenDrawer | null {
  const drawer = drawerSignal(till).value;
  return drawer?.counting === true ? null : drawer;
}
