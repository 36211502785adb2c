import { KeptValue } from './kept-value.js';

/** The card terminal beside this till, as the provider calls it; `null`: the provider knows which one it is. */
export function cardTerminal(): KeptValue<string> {
  return new KeptValue<string>('pos.card-terminal');
}
