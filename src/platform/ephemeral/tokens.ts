import type { ServiceIdentifier } from 'inversify';
import type { Ephemeral } from './ports.js';

/** Redis where REDIS_URL names one, else this process's memory. */
export const EPHEMERAL: ServiceIdentifier<Ephemeral> = Symbol.for('pos:ephemeral');

/** Sent by every instance after a transaction that added events: whoever reads the log may look now instead of soon. */
export const EVENTS_CHANNEL = 'events';
