import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.js';
import { askPatiently } from './fault-database.js';
import type { Ledger } from './receipts.js';
import type { ServiceProcess } from './service-process.js';
import type { Wires } from './till-client.js';

/** A way to end something. Cuts of client connections come on top and are counted apart. */
export type Fault = 'service killed' | 'backend killed' | 'backend terminated' | 'client cut';

export interface Scene {
  readonly ownerUrl: string;
  readonly services: readonly ServiceProcess[];
  readonly wires: Wires;
  readonly ledger: Ledger;
}

interface Backend {
  readonly pid: number;
  readonly busy: boolean;
}

const MIX: readonly (readonly [number, Fault])[] = [
  [15, 'service killed'],
  [25, 'backend killed'],
  [60, 'backend terminated'],
];
const CUTS_SHARE = 0.5;
const BUSY_SHARE = 0.8;
const PROGRESS = 3;
const PROGRESS_TIMEOUT_MS = 90_000;
const POLL_MS = 5;
const PAUSE_MAX_MS = 250;

// A sale lasts a millisecond or two: whoever looks once mostly sees backends at rest.
const LOOKS_MAX = 40;
const BACKENDS = `select pid, state <> 'idle' as busy from pg_stat_activity
  where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()`;

/** Kills at moments that chance names, and looks each time that sales go on before it kills again. */
export class Killer {
  readonly counts = new Map<Fault, number>();
  private restarting: Promise<void> = Promise.resolve();

  constructor(
    private readonly scene: Scene,
    private readonly chance: Chance,
  ) {}

  /** Kills so many times. @throws Error when sales do not go on after one: that is a failure of the service. */
  async killTimes(kills: number, report: (kill: number, fault: Fault) => void): Promise<void> {
    for (let kill = 1; kill <= kills; kill += 1) {
      const fault = this.chance.weighted(MIX);
      await sleep(this.chance.next() * PAUSE_MAX_MS);
      await this.strike(fault);
      report(kill, fault);
      if (this.chance.happens(CUTS_SHARE) && this.scene.wires.cut(this.chance)) this.count('client cut');
      await this.awaitProgress(fault, kill);
    }
    await this.restarting;
  }

  private async strike(fault: Fault): Promise<void> {
    if (fault === 'service killed') await this.killService();
    else await this.killBackend(fault);
    this.count(fault);
  }

  private async killService(): Promise<void> {
    await this.restarting; // one instance stays, so that the other's restart does not stop the sales
    const service = this.chance.pick(this.scene.services);
    await service.kill();
    this.restarting = service.start();
    this.restarting.catch(() => undefined); // awaited before the next kill and at the end, where it is thrown
  }

  private async killBackend(fault: Fault): Promise<void> {
    const pid = await this.victim();
    if (fault === 'backend terminated') {
      await askPatiently(this.scene.ownerUrl, 'select pg_terminate_backend($1)', [pid]);
      return;
    }
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended by itself just now
    }
  }

  private async victim(): Promise<number> {
    const wantsBusy = this.chance.happens(BUSY_SHARE);
    for (let look = 1; ; look += 1) {
      const backends = await askPatiently<Backend>(this.scene.ownerUrl, BACKENDS);
      const busy = backends.filter((backend) => backend.busy);
      const candidates = wantsBusy && look < LOOKS_MAX ? busy : backends;
      if (candidates.length > 0) return this.chance.pick(candidates).pid;
      await sleep(POLL_MS);
    }
  }

  private async awaitProgress(fault: Fault, kill: number): Promise<void> {
    const goal = this.scene.ledger.acknowledged + PROGRESS;
    const end = Date.now() + PROGRESS_TIMEOUT_MS;
    while (this.scene.ledger.acknowledged < goal) {
      if (Date.now() > end)
        throw new Error(`after kill ${kill} (${fault}) no sale went on for ${PROGRESS_TIMEOUT_MS} ms`);
      await sleep(POLL_MS);
    }
  }

  private count(fault: Fault): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }
}
