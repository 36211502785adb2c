import type { TillKeys } from './outlet.js';

const ACTION = /^[a-z][a-zA-Z]{0,39}$/;
/** Names of keys as browsers tell them (`KeyboardEvent.key`): one character, or a word such as `F9`, `ArrowUp`. */
const KEY = /^(?:[!-~]|[A-Z][A-Za-z0-9]{1,19})$/;
/** The browser's own, or what somebody types a number with (UX.md §4). */
const TAKEN = /^(?:F1|F5|F11|F12|Tab|[0-9.,]|Backspace)$/;
const ACTIONS_MAX = 40;
const KEYS_MAX = 4;

/** What is wrong with the keys of a till, place by place. Which acts there are is the till's: it leaves alone what it does not know. */
export function checksOfTillKeys(tillKeys: TillKeys): [pointer: string, holds: boolean, message: string][] {
  const named = Object.entries(tillKeys);
  const all = named.flatMap(([, keys]) => keys);
  return [
    ['/tillKeys', named.length <= ACTIONS_MAX, `must name at most ${ACTIONS_MAX} acts`],
    ['/tillKeys', new Set(all).size === all.length, 'must name each key once'],
    ...named.flatMap(([action, keys]): [string, boolean, string][] => [
      [`/tillKeys/${action}`, ACTION.test(action), 'must be named as the card of the keys does, such as "pay"'],
      [`/tillKeys/${action}`, keys.length <= KEYS_MAX, `must have at most ${KEYS_MAX} keys`],
      ...keys.map((key, at): [string, boolean, string] => [
        `/tillKeys/${action}/${at}`,
        KEY.test(key) && !TAKEN.test(key),
        'must be a key such as "F9" or "End", and none of F1, F5, F11, F12, Tab or what numbers are typed with',
      ]),
    ]),
  ];
}
