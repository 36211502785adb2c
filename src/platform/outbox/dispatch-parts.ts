import type { Pool } from 'pg';
import type { DispatchObserver, DispatchSettings } from './dispatch-settings.js';
import type { LogHorizon } from './log-horizon.js';
import type { ShardStore } from './shard-store.js';
import type { Wake } from './wake.js';

/** What the runners of a process share. */
export interface DispatchParts {
  readonly pool: Pool;
  readonly store: ShardStore;
  readonly horizon: LogHorizon;
  readonly wake: Wake;
  readonly observer: DispatchObserver;
  readonly settings: DispatchSettings;
  /** False when another worker may have taken over: then nothing may be handed out. */
  readonly isSure: () => boolean;
}
