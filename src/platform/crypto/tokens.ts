import type { ServiceIdentifier } from 'inversify';
import type { SlowHashes } from './slow-hashes.js';

/** For PINs and passwords; `undefined` where no `SECRETS_KEY` is configured: they are refused (`secrets_not_configured`). */
export const SLOW_HASHES: ServiceIdentifier<SlowHashes | undefined> = Symbol.for('pos:slow-hashes');
