import type { ServiceIdentifier } from 'inversify';
import type { Pool } from 'pg';
import type { Chore } from './housekeeping.js';

/** The pool of the worker's role, which reads the events of all tenants; never for what a caller asks about. */
export const WORKER_POOL: ServiceIdentifier<Pool> = Symbol.for('pos:worker-pool');

/** Bound once for each kind of row that has an end; housekeeping runs them all every ten minutes. */
export const CHORE: ServiceIdentifier<Chore> = Symbol.for('pos:chore');
