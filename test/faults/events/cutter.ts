import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import type { Wires } from '../till-client.js';
import type { CutKind, FaultProxy } from './fault-proxy.js';

export interface CutTargets {
  readonly postgres: FaultProxy;
  readonly kafka: FaultProxy;
  readonly redis: FaultProxy;
  /** Requests of the tills. */
  readonly wires: Wires;
}

type Target = keyof CutTargets;

const TARGETS: readonly (readonly [number, Target])[] = [
  [40, 'postgres'],
  [30, 'kafka'],
  [15, 'redis'],
  [15, 'wires'],
];
const KINDS: readonly (readonly [number, CutKind])[] = [
  [60, 'cut'],
  [25, 'swallowed'],
  [15, 'held'],
];
const RETRY_MS = 5;

/** Cuts connections at moments that chance names, beside the kills. */
export class Cutter {
  readonly counts = new Map<string, number>();
  done = 0;

  constructor(
    private readonly targets: CutTargets,
    private readonly chance: Chance,
    /** How many a second, on average. */
    private readonly rate: number,
  ) {}

  /** Cuts so many connections, one after the other. Ends early when told to. */
  async cutTimes(cuts: number, until: AbortSignal): Promise<void> {
    while (this.done < cuts && !until.aborted) {
      await sleep((this.chance.next() * 2 * 1_000) / this.rate);
      const name = await this.cutOne(until);
      if (name === undefined) return;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      this.done += 1;
    }
  }

  /** What chance names may have no connection just now: then it names another. */
  private async cutOne(until: AbortSignal): Promise<string | undefined> {
    while (!until.aborted) {
      const target = this.chance.weighted(TARGETS);
      const kind = target === 'wires' ? 'cut' : this.chance.weighted(KINDS);
      const hit =
        target === 'wires' ? this.targets.wires.cut(this.chance) : this.targets[target].spoil(kind, this.chance);
      if (hit) return `${target} ${kind}`;
      await sleep(RETRY_MS);
    }
    return undefined;
  }
}
