import type { Tx } from '../../../kernel/transaction.js';
import type { Login, LoginId, PersonId } from '../domain/login.js';

/** Logins of the tenant. */
export interface LoginRepository {
  ofPerson(tx: Tx, personId: PersonId): Promise<Login | undefined>;
  /** @param email as `foldedEmail` gives it. */
  byEmail(tx: Tx, email: string): Promise<Login | undefined>;
  byId(tx: Tx, id: LoginId): Promise<Login | undefined>;
  /** The login as it is now; nobody else changes it until the transaction ends. */
  lock(tx: Tx, id: LoginId): Promise<Login | undefined>;
  /** @throws Refusal `login_email_taken`, `login_exists`. */
  add(tx: Tx, login: Login): Promise<void>;
  /** @throws Refusal `login_email_taken`. */
  save(tx: Tx, login: Login): Promise<void>;
  remove(tx: Tx, id: LoginId): Promise<void>;
}

/** Which logins are asked for. */
export interface LoginFilter {
  readonly status?: 'invited' | 'active' | 'reset';
  readonly totp?: 'on' | 'off';
  /** Part of the address, in lower case. */
  readonly q?: string;
}

/** Reads about logins. */
export interface LoginViews {
  /** By address; one more than the limit, to tell whether there is a next page. @param after the last address of the page before. */
  page(tx: Tx, filter: LoginFilter, after: string | undefined, limit: number): Promise<readonly Login[]>;
}
