import type { ServiceIdentifier } from 'inversify';

/** A choice of events that a caller can name in `topics`, and the permission that reading it takes. */
export interface StreamTopic {
  readonly name: string;
  readonly permission: string;
  /** Event types, or prefixes of types that end in `*`. */
  readonly types: readonly string[];
  /**
   * True: its events are shown without their data, as hints that something has happened, and only to who names the topic. For who
   * may know that, and not what.
   */
  readonly hints?: boolean;
}

/** Bound once by each module for each topic that its events make up. */
export const STREAM_TOPIC: ServiceIdentifier<StreamTopic> = Symbol.for('pos:stream-topic');
