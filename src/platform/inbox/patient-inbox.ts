import { Refusal } from '../../kernel/refusal.js';
import { DatabaseUnavailable, isConnectionLost } from '../postgres/database-errors.js';
import type { Inbox, Outcome } from './inbox.js';
import { documentOf, type Delivery, type InboundEvent, type MalformedEvent } from './inbound-event.js';
import { NOBODY, type TenantLookup } from './ports.js';
import { whyOf, type NewDeadLetter, type PostgresInboxDeadLetters } from './postgres-dead-letters.js';

/** What the operator must know of events that come in. */
export interface InboxObserver {
  dealtWith(delivery: Delivery, outcome: Outcome): void;
  failed(delivery: Delivery, reason: 'database' | 'refused' | 'failed', error: unknown): void;
  buried(delivery: Delivery, letter: NewDeadLetter): void;
}

/** Waits, and says meanwhile that the work goes on. @throws when the work must be left, undone. */
export type Pause = (ms: number) => Promise<void>;

const TRIES = 5;
const RETRY_MS = { first: 100, max: 2_000 };
const DATABASE_MS = { first: 200, max: 2_000 };

/**
 * Deals with events that come one after the other and cannot be sent back: a failure is tried again a few times, then the event
 * goes aside so that those behind it go on. While the database is away nobody is to blame, and everything waits.
 */
export class PatientInbox {
  constructor(
    private readonly inbox: Inbox,
    private readonly tenants: TenantLookup,
    private readonly letters: PostgresInboxDeadLetters,
    private readonly observer: InboxObserver,
  ) {}

  /** True when somebody reacts to events of the type. */
  handles(type: string): boolean {
    return this.inbox.handles(type);
  }

  /** @returns the letter that the event became when it could not be dealt with. */
  async take(event: InboundEvent, delivery: Delivery, pause: Pause): Promise<NewDeadLetter | undefined> {
    for (let attempt = 1; ; attempt++) {
      try {
        this.observer.dealtWith(
          delivery,
          await this.evenWithoutDatabase(delivery, pause, () => this.inbox.receive(event, delivery)),
        );
        return undefined;
      } catch (error) {
        if (!isTold(error)) throw error;
        this.observer.failed(delivery, error.cause instanceof Refusal ? 'refused' : 'failed', error.cause);
        if (attempt === TRIES) {
          const envelope = JSON.stringify(documentOf(event));
          const { source, id: eventId, type, tenantSlug } = event;
          const letter = { source, eventId, type, delivery, envelope, reason: whyOf(error.cause), attempts: attempt };
          return this.bury(letter, tenantSlug, pause);
        }
        await pause(jittered(attempt - 1, RETRY_MS));
      }
    }
  }

  /** Puts aside what is no event at all. */
  async refuse(
    source: string,
    text: string,
    error: MalformedEvent,
    delivery: Delivery,
    pause: Pause,
  ): Promise<NewDeadLetter> {
    const { id = delivery.name, type = null, tenantSlug } = error.told;
    const letter = { source, eventId: id, type, delivery, envelope: text, reason: error.message, attempts: 1 };
    return this.bury(letter, tenantSlug, pause);
  }

  private async bury(letter: NewDeadLetter, slug: string | undefined, pause: Pause): Promise<NewDeadLetter> {
    await this.evenWithoutDatabase(letter.delivery, pause, async () => {
      const tenant = slug === undefined ? undefined : await this.tenants.bySlug(slug);
      await this.letters.keep(tenant?.id ?? NOBODY, letter);
    });
    this.observer.buried(letter.delivery, letter);
    return letter;
  }

  /** Waits for the database as long as it takes. What the pause throws goes through; what the work throws comes as `Failed`. */
  private async evenWithoutDatabase<Result>(
    delivery: Delivery,
    pause: Pause,
    work: () => Promise<Result>,
  ): Promise<Result> {
    for (let failures = 0; ; failures++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable) && !isConnectionLost(error)) throw new Failed(error);
        this.observer.failed(delivery, 'database', error);
      }
      await pause(jittered(failures, DATABASE_MS));
    }
  }
}

/** Keeps a failure of the work apart from one of the pause. */
class Failed extends Error {
  constructor(cause: unknown) {
    super('an event could not be dealt with', { cause });
  }
}

function isTold(error: unknown): error is Failed {
  return error instanceof Failed;
}

function jittered(failures: number, { first, max }: { readonly first: number; readonly max: number }): number {
  return Math.min(max, first * 2 ** Math.min(failures, 16)) * (0.5 + Math.random() / 2);
}
