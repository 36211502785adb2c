import type { TenantId } from '../../../kernel/ids.js';
import type { DeadLetter, DeadLetterId, DeadLetterStatus } from '../domain/dead-letter.js';

export interface LetterQuestion {
  readonly sink: string | undefined;
  readonly type: string | undefined;
  readonly status: DeadLetterStatus | undefined;
  readonly limit: number;
  readonly after: { readonly deadAt: string; readonly id: string } | undefined;
}

/** How one sink stands for one tenant. */
export interface SinkStatus {
  readonly name: string;
  /** Events of the tenant that the sink has not had yet; counted up to 10,000. */
  readonly behind: number;
  /** Age of the oldest of them. */
  readonly oldestSeconds: number;
  /** Aggregates of the tenant that wait because an event of theirs could not be delivered. */
  readonly blocked: number;
  /** Events of the tenant that were given up and not redriven. */
  readonly deadLetters: number;
}

/** Questions about what did not leave. */
export interface DeadLetterViews {
  /** Newest first, one more than the limit. */
  list(tenantId: TenantId, question: LetterQuestion): Promise<DeadLetter[]>;
  /** @throws Refusal `dead_letter_not_found` */
  get(tenantId: TenantId, id: DeadLetterId): Promise<DeadLetter>;
  status(tenantId: TenantId): Promise<SinkStatus[]>;
}
