import type { ServiceIdentifier } from 'inversify';
import type { SiblingObserver } from './sibling-client.js';

/** Told of every call to a sibling service, whichever module makes it: the metrics, bound once. */
export const SIBLING_OBSERVER: ServiceIdentifier<SiblingObserver> = Symbol.for('pos:sibling-observer');
