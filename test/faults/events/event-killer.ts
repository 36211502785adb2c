import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import { askPatiently } from '../fault-database.js';
import type { Ledger } from '../receipts.js';
import type { ServiceProcess } from '../service-process.js';
import type { EventScene } from './scene.js';

/** What is killed with `kill -9`. */
export type Victim = 'dispatcher' | 'service' | 'backend' | 'redis' | 'kafka';

export interface KillPlan {
  readonly kills: number;
  /** How long the broker stands still, once. */
  readonly brokerStallMs: number;
  /** After how many kills a dispatcher stands still for longer than its lease. */
  readonly dispatcherStallEvery: number;
}

/** Per cent. A broker takes seconds to come back. */
const SHARES: readonly (readonly [Victim, number])[] = [
  ['dispatcher', 30],
  ['backend', 25],
  ['service', 20],
  ['redis', 15],
  ['kafka', 10],
];
const PAUSE_MAX_MS = 2_400;
const DOWN_MAX_MS: Readonly<Record<Victim, number>> = {
  dispatcher: 1_000,
  service: 300,
  backend: 0,
  redis: 1_500,
  kafka: 1_500,
};
const DISPATCHER_STALL_MS = { min: 2_500, max: 6_000 };
const PROGRESS = 3;
const PROGRESS_TIMEOUT_MS = 90_000;
const POLL_MS = 10;

const BACKENDS = `select pid, state <> 'idle' as busy from pg_stat_activity
  where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()
    and application_name <> 'fault-observer'`;

/** Kills at moments that chance names, brings back what it killed, and looks each time that sales go on. */
export class EventKiller {
  readonly counts = new Map<string, number>();
  /** Processes that were found gone though nobody had killed them. */
  readonly crashes: string[] = [];
  private readonly comebacks = new Map<string, Promise<void>>();

  constructor(
    private readonly scene: EventScene,
    private readonly ledger: Ledger,
    private readonly chance: Chance,
  ) {}

  /** Kills by plan. @throws Error when sales do not go on after a kill, or something does not come back. */
  async killAll(plan: KillPlan, report: (kill: number, victim: Victim) => void): Promise<void> {
    const deck = deckOf(plan.kills, this.chance);
    const stallAt = this.chance.integer(Math.floor(deck.length / 4), Math.floor(deck.length / 2));
    for (const [index] of deck.entries()) {
      if (index === stallAt) await this.stallBroker(plan.brokerStallMs);
      if (index % plan.dispatcherStallEvery === plan.dispatcherStallEvery - 1) await this.stallDispatcher();
      await sleep(this.chance.next() * PAUSE_MAX_MS);
      const victim = this.draw(deck, index);
      await this.strike(victim);
      this.count(`${victim} killed`);
      report(index + 1, victim);
      await this.awaitProgress(`kill ${index + 1} (${victim})`);
    }
    await this.awaitAll();
  }

  /** While the broker stands still or comes back, others are killed first. */
  private draw(deck: Victim[], index: number): Victim {
    const other = deck.findIndex((victim, at) => at > index && victim !== 'kafka');
    if (deck[index] === 'kafka' && this.comebacks.has('kafka') && other > 0) {
      [deck[index], deck[other]] = [deck[other] as Victim, 'kafka'];
    }
    return deck[index] as Victim;
  }

  private async strike(victim: Victim): Promise<void> {
    const { scene } = this;
    if (victim === 'backend') await this.killBackend();
    else if (victim === 'kafka') await this.killServer(victim, scene.kafka);
    else if (victim === 'redis') await this.killServer(victim, scene.redis);
    else if (victim === 'dispatcher') await this.killProcess(victim, this.chance.pick(scene.workers));
    else {
      for (const one of scene.services) await this.comebacks.get(one.baseUrl); // one instance stays, so that sales go on
      await this.killProcess(victim, this.chance.pick(scene.services));
    }
  }

  private async killServer(
    name: 'kafka' | 'redis',
    server: { kill(signal: NodeJS.Signals): Promise<void>; restart(): Promise<void> },
  ): Promise<void> {
    await this.comebacks.get(name);
    await server.kill('SIGKILL');
    this.bringBack(name, this.chance.next() * DOWN_MAX_MS[name], () => server.restart());
  }

  private async killProcess(victim: Victim, one: ServiceProcess): Promise<void> {
    await this.comebacks.get(one.baseUrl);
    this.lookFor(one, victim);
    await one.kill();
    this.bringBack(one.baseUrl, this.chance.next() * DOWN_MAX_MS[victim], () => one.start());
  }

  private async killBackend(): Promise<void> {
    const backends = await askPatiently<{ pid: number; busy: boolean }>(this.scene.database.ownerUrl, BACKENDS);
    const busy = backends.filter((backend) => backend.busy);
    const candidates = busy.length > 0 ? busy : backends;
    if (candidates.length === 0) return;
    try {
      process.kill(this.chance.pick(candidates).pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended by itself just now
    }
  }

  private async stallBroker(forMs: number): Promise<void> {
    const { kafka } = this.scene;
    await this.comebacks.get('kafka');
    await kafka.kill('SIGSTOP');
    this.count('broker stalled');
    this.bringBack('kafka', forMs, () => kafka.kill('SIGCONT'));
  }

  /** It wakes up after its shards went to another, and must do no harm with what it still has in hand. */
  private async stallDispatcher(): Promise<void> {
    const worker = this.chance.pick(this.scene.workers);
    await this.comebacks.get(worker.baseUrl);
    this.lookFor(worker, 'dispatcher');
    if (!worker.isRunning) return;
    const { pid } = worker;
    process.kill(pid, 'SIGSTOP');
    this.count('dispatcher stalled');
    const forMs = this.chance.integer(DISPATCHER_STALL_MS.min, DISPATCHER_STALL_MS.max);
    this.bringBack(worker.baseUrl, forMs, () => Promise.resolve(void process.kill(pid, 'SIGCONT')));
  }

  private bringBack(name: string, afterMs: number, work: () => Promise<void>): void {
    const comeback = sleep(afterMs)
      .then(work)
      .then(() => void this.comebacks.delete(name));
    comeback.catch(() => undefined); // awaited before the next kill of the same and at the end, where it is thrown
    this.comebacks.set(name, comeback);
  }

  private async awaitAll(): Promise<void> {
    for (const comeback of [...this.comebacks.values()]) await comeback;
    for (const one of this.scene.services) this.lookFor(one, 'service');
    for (const one of this.scene.workers) this.lookFor(one, 'dispatcher');
  }

  private lookFor(one: ServiceProcess, what: Victim): void {
    if (!one.isRunning) this.crashes.push(`a ${what} ended by itself after its start number ${one.starts}`);
  }

  private async awaitProgress(what: string): Promise<void> {
    const goal = this.ledger.acknowledged + PROGRESS;
    const end = Date.now() + PROGRESS_TIMEOUT_MS;
    while (this.ledger.acknowledged < goal) {
      if (Date.now() > end) throw new Error(`after ${what} no sale went on for ${PROGRESS_TIMEOUT_MS} ms`);
      await sleep(POLL_MS);
    }
  }

  private count(fault: string): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }
}

/** The kills in an order of chance, each victim with its share; at least one of each where there is room. */
export function deckOf(kills: number, chance: Chance): Victim[] {
  const deck = SHARES.flatMap(([victim, share]) => {
    const count = Math.max(1, Math.round((kills * share) / 100));
    return Array.from({ length: count }, () => victim);
  }).slice(0, kills);
  while (deck.length < kills) deck.push('dispatcher');
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const other = chance.integer(0, last);
    [deck[last], deck[other]] = [deck[other] as Victim, deck[last] as Victim];
  }
  return deck;
}
