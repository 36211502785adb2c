import { randomInt } from 'node:crypto';
import { isFree } from '../../src/platform/embedded-postgres/ports.js';

// Below the ports that systems give to outgoing connections: one of these could take the port of a server that is down for a moment.
const FIRST = 20_000;
const LAST = 32_000;
const TRIES = 200;

/** A free port of the loopback interface that stays free while its server is killed and started again. */
export async function stablePort(): Promise<number> {
  for (let round = 0; round < TRIES; round += 1) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
}
