import type { Tx } from '../../../kernel/transaction.js';
import type { HubStatus } from '../domain/hub-status.js';

/** The machine that a hub runs on. */
export interface HubMachine {
  disk(): Promise<HubStatus['disk']>;
  /** `null`: plain http. */
  certificateEndsAt(): Date | null;
}

/** The database that a hub keeps. */
export interface HubDatabase {
  figures(tx: Tx): Promise<{ readonly catalog: number; readonly pricing: number; readonly bytes: number }>;
}
