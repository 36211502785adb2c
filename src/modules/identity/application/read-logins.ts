import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { lockAt } from '../domain/guessing.js';
import type { Login, PersonId } from '../domain/login.js';
import type { GuessBook } from '../ports/guess-book.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { LoginFilter, LoginViews } from '../ports/login-repository.js';
import type { LoginReach } from './login-reach.js';

/** A login, and until when it is locked. */
export interface ShownLogin {
  readonly login: Login;
  readonly lockedUntil: Date | null;
}

/** A page of logins, and where the next one begins. */
export interface LoginPage {
  readonly shown: readonly ShownLogin[];
  /** The last address of this page; `undefined` on the last. */
  readonly next: string | undefined;
}

/** Shows logins to those who administer them. */
export class ReadLogins {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: LoginViews,
    private readonly reach: LoginReach,
    private readonly book: GuessBook,
    private readonly secrets: IdentitySecrets,
  ) {}

  /** A page may have fewer than the limit where the caller is bound to outlets: people of others are passed over. */
  page(context: RequestContext, filter: LoginFilter, after: string | undefined, limit: number): Promise<LoginPage> {
    return this.transactor.read(context, async (tx) => {
      const found = await this.views.page(tx, filter, after, limit);
      const here = found.slice(0, limit);
      const seen: Login[] = [];
      for (const login of here) if (await this.reach.sees(tx, context, login.personId)) seen.push(login);
      const next = found.length > limit ? here.at(-1)?.email : undefined;
      return { shown: await this.withLocks(tx, context, seen), next };
    });
  }

  /** @throws Refusal `login_not_found`. */
  one(context: RequestContext, personId: PersonId): Promise<ShownLogin> {
    return this.transactor.read(context, async (tx) => {
      const [shown] = await this.withLocks(tx, context, [await this.reach.shown(tx, context, personId)]);
      return shown as ShownLogin;
    });
  }

  private async withLocks(tx: Tx, context: RequestContext, logins: readonly Login[]): Promise<ShownLogin[]> {
    const keyed = logins.map((login) => ({ login, key: this.secrets.accountKey(context.tenantId, login.email) }));
    const guesses = await this.book.find(
      tx,
      keyed.map(({ key }) => key),
    );
    return keyed.map(({ login, key }) => {
      const own = guesses.find(({ accountKey }) => accountKey === key);
      return { login, lockedUntil: own === undefined ? null : lockAt(own, context.at) };
    });
  }
}
