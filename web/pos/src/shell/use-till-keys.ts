import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyHandlers, KeyMap } from '../keys/key-map.js';

/** Hears keys for as long as the component is shown; what it does is always that of the last rendering. */
export function useTillKeys(keys: KeyMap, handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // With the screen, not after its painting: a key that is pressed at once finds it.
  useLayoutEffect(
    () =>
      keys.push({
        get actions() {
          return latest.current.actions;
        },
        get amount() {
          return latest.current.amount;
        },
        get modal() {
          return latest.current.modal;
        },
      }),
    [keys],
  );
}
