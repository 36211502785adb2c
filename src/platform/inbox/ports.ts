import type { RequestContext } from '../../kernel/context.js';
import type { TenantId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/transaction.js';
import type { Door, InboundEvent } from './inbound-event.js';

/** A reaction of a module to events of siblings. */
export interface InboxHandler {
  /** Types, or prefixes of types that end in `*`. */
  readonly types: readonly string[];
  /**
   * For a reaction to the newest state: what the state is of. An event that is older than one dealt with already, by `sequence`
   * or else by `time`, is then passed over. Absent: every event is handled, in whatever order it comes.
   */
  newestOf?(event: InboundEvent): string | undefined;
  /**
   * Everything it does belongs into the transaction, in which the event is remembered: both happen, once, or neither.
   * @throws Refusal when the business says no; the sender hears it, or after some tries the event becomes a dead letter.
   */
  handle(tx: Tx, context: RequestContext, event: InboundEvent): Promise<void>;
}

export interface KnownTenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Whose slug is it? Businesses that are suspended hear of what happens, too. */
export interface TenantLookup {
  bySlug(slug: string): Promise<KnownTenant | undefined>;
}

/** A message that could not be dealt with. */
export interface InboxDeadLetter {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  /** Null when the message could not be read so far. */
  readonly type: string | null;
  readonly via: Door;
  readonly delivery: string | null;
  /** The event in structured mode, or the text as it came. */
  readonly envelope: string;
  /** True when the envelope was cut, so that it cannot be tried again. */
  readonly truncated: boolean;
  readonly reason: string;
  readonly attempts: number;
  readonly status: 'dead' | 'redriven';
  readonly receivedAt: Date;
  readonly redrivenAt: Date | null;
}

export interface DeadLetterPage {
  readonly limit: number;
  readonly after?: { readonly receivedAt: Date; readonly id: string };
  readonly status?: InboxDeadLetter['status'];
}

/** What could not be dealt with, of one tenant; of nobody's, under `NOBODY`. */
export interface InboxDeadLetters {
  /** Newest first; one more than `limit` may come back. */
  list(tenantId: TenantId, page: DeadLetterPage): Promise<InboxDeadLetter[]>;
  get(tenantId: TenantId, id: string): Promise<InboxDeadLetter | undefined>;
  /**
   * Tries again, now. @returns the letter after that: `redriven`, or still `dead` with the new reason; `undefined` when there is
   * none. One that was redriven stays as it is. @throws DatabaseUnavailable.
   */
  redrive(tenantId: TenantId, id: string): Promise<InboxDeadLetter | undefined>;
}

/** Owner of messages that name no tenant of ours. No tenant has this id. */
export const NOBODY = '00000000-0000-0000-0000-000000000000' as TenantId;
