import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Chance } from '../faults/chance.js';
import type { ServiceProcess } from '../faults/service-process.js';
import { peakMib } from './server-memory.js';

export interface KillingWish {
  readonly server: ServiceProcess;
  readonly ownerUrl: string;
  readonly kills: number;
  /** Entries that are to come. */
  readonly total: number;
  readonly chance: Chance;
  readonly say: (line: string) => void;
}

/** Kills that go on until they are ended. */
export interface Killing {
  end(): Promise<void>;
  /** How often the server was killed. */
  done(): number;
  /** The most memory that any of its lives had, in MiB. */
  peakMib(): number;
}

const POLL_MS = 25;
/** What PostgreSQL has counted: to count the rows themselves would cost more, each time, than what is measured. */
const COUNT = "select n_tup_ins::int as count from pg_stat_user_tables where relname = 'offline_event_queue'";

/** Kills the server each time another share of all entries has come, wherever it then is, and starts it again. */
export function killBetweenEntries(wish: KillingWish): Killing {
  const state = { isOver: false, done: 0, peak: 0 };
  const running = killAll(wish, state);
  return {
    end: async () => {
      state.isOver = true;
      await running;
    },
    done: () => state.done,
    peakMib: () => Math.max(state.peak, wish.server.isRunning ? peakMib(wish.server.pid) : 0),
  };
}

async function killAll(
  { server, ownerUrl, kills, total, chance, say }: KillingWish,
  state: { isOver: boolean; done: number; peak: number },
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    while (state.done < kills && !state.isOver) {
      const share = (state.done + chance.next()) / kills;
      const rows = await rowsBeyond(client, Math.floor(share * total), state);
      if (rows === undefined) return;
      state.peak = Math.max(state.peak, peakMib(server.pid));
      await server.kill();
      state.done += 1;
      say(`kill ${state.done} of ${kills} with about ${rows} of ${total} entries there`);
      await server.start();
    }
  } finally {
    await client.end();
  }
}

/** Waits for more entries than that. @returns how many there are; `undefined` when it is over. */
async function rowsBeyond(
  client: Client,
  wanted: number,
  state: { readonly isOver: boolean },
): Promise<number | undefined> {
  while (!state.isOver) {
    const { rows } = await client.query<{ count: number }>(COUNT);
    const count = rows[0]?.count ?? 0;
    if (count > wanted) return count;
    await sleep(POLL_MS);
  }
  return undefined;
}
