import type { Outbox } from '../../../kernel/outbox.js';
import type { MinorDigits } from '../ports/minor-digits.js';
import type { SyncObserver } from '../ports/sync-observer.js';
import type { SyncStates } from '../ports/sync-repository.js';
import type { SyncTurns } from '../ports/sync-turns.js';
import { RunSync } from './run-sync.js';
import { StartSync } from './start-sync.js';
import type { SyncMeans } from './sync-run.js';
import { SyncRunner } from './sync-runner.js';
import { SyncSchedule } from './sync-schedule.js';
import { SyncTenant } from './sync-tenant.js';

/** What fetching from the source works with. */
export interface SyncPorts extends SyncMeans {
  readonly states: SyncStates;
  readonly digits: MinorDigits;
  readonly outbox: Outbox;
  readonly observer: SyncObserver;
}

const CONCURRENCY = 4;
const LOOK_MS_MAX = 5_000;
/** The shortest and longest pause, as shares of what is wished. */
const JITTER = { from: 0.8, width: 0.4 };

/** The use cases of fetching from the source, as they work together: what callers begin, and what goes on by itself. */
export class Syncing {
  readonly start: StartSync;
  readonly runner: SyncRunner;
  private readonly run: RunSync;

  constructor(private readonly ports: SyncPorts) {
    const { transactor, syncs, states, source, outbox, digits, observer } = ports;
    this.start = new StartSync(transactor, syncs, states, source, outbox);
    this.run = new RunSync(ports, states, digits, outbox, observer);
    this.runner = new SyncRunner(this.run, observer);
  }

  /** Looks after all tenants' copies. @param everyMs how often each one is compared with the source. */
  schedule(turns: SyncTurns, everyMs: number): SyncSchedule {
    const { source, observer } = this.ports;
    const pauseMs = (): number => everyMs * (JITTER.from + Math.random() * JITTER.width);
    const tenant = new SyncTenant({ ...this.ports, start: this.start, run: this.run }, pauseMs);
    const lookMs = Math.min(LOOK_MS_MAX, everyMs / 2);
    return new SyncSchedule(turns, tenant, source, observer, { lookMs, concurrency: CONCURRENCY });
  }
}
