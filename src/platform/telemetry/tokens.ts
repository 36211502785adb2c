import type { ServiceIdentifier } from 'inversify';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';

export const LOGGER: ServiceIdentifier<Logger> = Symbol.for('pos:logger');
export const METRICS: ServiceIdentifier<Metrics> = Symbol.for('pos:metrics');
