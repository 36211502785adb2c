import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyHandlers } from '../keys/key-map.js';
import type { Till } from '../till.js';

/** Lets keys act for as long as a component is there; what they do is what the last rendering gave. */
export function useKeys(till: Till, handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  // With the screen, not after its painting: a key that is pressed at once finds it.
  useLayoutEffect(() => {
    // The map asks for members each time a key is pressed, so it always finds the latest ones.
    const through: KeyHandlers = {
      get actions() {
        return latest.current.actions ?? {};
      },
      amount: (key) => latest.current.amount !== undefined && latest.current.amount(key) !== false,
      get modal() {
        return latest.current.modal ?? false;
      },
    };
    return till.keys.push(through);
  }, [till]);
}
