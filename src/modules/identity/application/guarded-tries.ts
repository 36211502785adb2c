import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import {
  attemptEvent,
  dayOf,
  reserveTry,
  tryIsTakenBack,
  tryWasRight,
  type Guesses,
  type Reservation,
} from '../domain/guessing.js';
import type { IdentityRefusal, PersonId } from '../domain/login.js';
import type { GuessBook } from '../ports/guess-book.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';

/** What was wrong. */
export type WrongBecause = 'password' | 'otp' | 'recovery_code' | 'rights';

/** A try that is counted as wrong until somebody says otherwise. */
export interface ReservedTry {
  readonly accountKey: string;
  /** The UTC day that it was counted for. */
  readonly day: string;
  /** Set when one more wrong try than this is none too many: the account is locked unless it was right. */
  readonly locks: boolean;
}

/**
 * Counts tries on an account, before they are made, whether the account exists or not (GUARANTEES G10). What was counted stays
 * counted, whatever becomes of the request: each step is a transaction of its own.
 */
export class GuardedTries {
  constructor(
    private readonly transactor: Transactor,
    private readonly book: GuessBook,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: IdentitySecrets,
  ) {}

  /** @param email folded. @throws Refusal `login_locked` with `retryAfterSeconds`. */
  async reserve(context: RequestContext, email: string): Promise<ReservedTry> {
    const accountKey = this.secrets.accountKey(context.tenantId, email);
    const reserved = await this.counting(context, accountKey, (guesses): [Guesses, Reservation] => {
      const reservation = reserveTry(guesses, context.at);
      return [reservation.allowed ? reservation.guesses : guesses, reservation];
    });
    if (!reserved.allowed) {
      const { retryAfterSeconds } = reserved;
      throw new Refusal<IdentityRefusal>('login_locked', { retryAfterSeconds });
    }
    return { accountKey, day: dayOf(context.at), locks: reserved.guesses.lockedUntil !== null };
  }

  /** Notes that it was wrong. An address that nobody has is told of in the same way, without a name. */
  async wrong(
    context: RequestContext,
    tried: ReservedTry,
    personId: PersonId | null,
    because: WrongBecause,
  ): Promise<void> {
    await this.transactor.run(plain(context), async (tx) => {
      const guesses = await this.locked(tx, context, tried.accountKey);
      const failed = attemptEvent('pos.identity.signed_in_failed', guesses, personId, { because });
      const isLocked = tried.locks && personId !== null;
      const locked = isLocked ? attemptEvent('pos.identity.locked', failed.guesses, personId, {}) : undefined;
      await this.book.save(tx, locked?.guesses ?? failed.guesses);
      this.outbox.append(tx, locked === undefined ? [failed.event] : [failed.event, locked.event]);
    });
  }

  /** Notes within the caller's transaction that it was right: the row of wrong ones ends. */
  async right(tx: Tx, context: RequestContext, { accountKey, day }: ReservedTry): Promise<void> {
    await this.book.save(tx, tryWasRight(await this.locked(tx, context, accountKey), day));
  }

  /** Takes a try back that said nothing about right or wrong. */
  async takeBack(context: RequestContext, { accountKey, day }: ReservedTry): Promise<void> {
    await this.counting(context, accountKey, (guesses) => [tryIsTakenBack(guesses, day), undefined]);
  }

  private counting<Result>(
    context: RequestContext,
    accountKey: string,
    count: (guesses: Guesses) => readonly [Guesses, Result],
  ): Promise<Result> {
    return this.transactor.run(plain(context), async (tx) => {
      const guesses = await this.locked(tx, context, accountKey);
      const [after, result] = count(guesses);
      await this.book.save(tx, after);
      return result;
    });
  }

  private locked(tx: Tx, { at }: RequestContext, accountKey: string): Promise<Guesses> {
    return this.book.lock(tx, accountKey, at, this.ids.next());
  }
}

/** The context of a transaction that must happen whether the request is a repeat or not. */
export function plain({ idempotency: _, ...context }: RequestContext): RequestContext {
  return context;
}
