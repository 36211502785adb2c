import { newId } from '../../../../sdk/src/encoding/new-id.js';
import type { KeptValues } from './kept-values.js';

const KEY = 'machine';

/** What tells this machine from another one with a copy of its storage: a random name, and what the browser says of the hardware. */
export async function fingerprintOf(kept: KeptValues): Promise<string> {
  // A write waits for the disk: only the first start of a machine makes one.
  const name = (await kept.get<string>(KEY)) ?? (await kept.change<string>(KEY, (there) => there ?? newId()));
  return `${name} ${platformOf().platform} ${navigator.hardwareConcurrency}`.slice(0, 200);
}

/** What people call such a machine: "Linux, Chrome". */
export function platformOf(): { readonly platform: string; readonly model: string } {
  const agent = navigator.userAgent;
  const system = ['Android', 'Windows', 'iPhone', 'iPad', 'Mac OS', 'CrOS', 'Linux'].find((one) => agent.includes(one));
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((one) => agent.includes(one));
  return {
    platform: system ?? 'unknown',
    model: browser === 'Edg' ? 'Edge' : (browser ?? 'Browser'),
  };
}
