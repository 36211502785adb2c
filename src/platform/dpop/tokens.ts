import type { ServiceIdentifier } from 'inversify';
import type { DpopProofs } from './dpop-proofs.js';

/** Checks proofs that a caller holds a device's key; one for the process, as it remembers replays. */
export const DPOP_PROOFS: ServiceIdentifier<DpopProofs> = Symbol.for('pos:dpop-proofs');
