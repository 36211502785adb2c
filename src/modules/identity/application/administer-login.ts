import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { attemptEvent, forgiven, lockAt } from '../domain/guessing.js';
import { removeLogin, requestReset } from '../domain/login-lifecycle.js';
import type { IdentityRefusal, Login, PersonId } from '../domain/login.js';
import type { GuessBook } from '../ports/guess-book.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { StaffSessions } from '../ports/staff-sessions.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { InviteParts } from './invite-person.js';
import { withLink, type SentLink } from './with-link.js';

/** Decides whether the version that the caller saw is the present one; throws where not. */
export type VersionCheck = (currentVersion: number) => void;

export interface AdministerCommand {
  readonly personId: PersonId;
  readonly reason: string;
  readonly checkVersion: VersionCheck;
}

/** What administrators of logins work with. */
export type AdministerParts = Omit<InviteParts, 'staff'> & {
  readonly sessions: StaffSessions;
  readonly book: GuessBook;
  readonly secrets: IdentitySecrets;
  readonly screen: TextScreen;
};

/** What is done to the logins of others, each with a reason. All throw Refusal `login_not_found`, `login_exceeds_caller`. */
export class AdministerLogin {
  constructor(private readonly parts: AdministerParts) {}

  /** Takes the password away, ends all sessions and sends a link for a new one. @param command `removeTotp`: the second factor was lost. */
  async reset(
    context: RequestContext,
    command: AdministerCommand & { readonly removeTotp: boolean },
  ): Promise<SentLink> {
    const { personId, reason, removeTotp } = this.screened(command);
    const { logins, outbox, tokens, sessions } = this.parts;
    const sent = await withLink(this.parts, context, 'reset', async (tx) => {
      const login = await this.changeable(tx, context, command);
      const wish = { by: 'administrator', reason, removeTotp } as const;
      const { state, events } = requestReset(login, wish, context.at);
      await logins.save(tx, state);
      outbox.append(tx, events);
      await sessions.endAll(tx, context, personId, reason);
      const kind = login.passwordNumber === 0 ? 'invitation' : 'reset';
      return { login: state, token: await tokens.forLink(tx, login.id, kind, context.at) };
    });
    sessions.forget(personId);
    return sent;
  }

  /** Lifts a lock. @throws Refusal `login_not_locked`. */
  unlock(context: RequestContext, command: AdministerCommand): Promise<Login> {
    const { personId, reason } = this.screened(command);
    const { transactor, book, outbox, secrets, ids } = this.parts;
    return transactor.run(context, async (tx) => {
      const login = await this.changeable(tx, context, command);
      const key = secrets.accountKey(context.tenantId, login.email);
      const guesses = await book.lock(tx, key, context.at, ids.next());
      if (lockAt(guesses, context.at) === null) throw new Refusal<IdentityRefusal>('login_not_locked', { personId });
      const told = attemptEvent('pos.identity.unlocked', forgiven(guesses), personId, { reason });
      await book.save(tx, told.guesses);
      outbox.append(tx, [told.event]);
      return login;
    });
  }

  /** Ends a login for good; the person can be invited again. Ends all sessions. */
  async remove(context: RequestContext, command: AdministerCommand): Promise<Login> {
    const { personId, reason } = this.screened(command);
    const { transactor, logins, outbox, sessions } = this.parts;
    const removed = await transactor.run(context, async (tx) => {
      const { state, events } = removeLogin(await this.changeable(tx, context, command), reason, context.at);
      await logins.remove(tx, state.id);
      outbox.append(tx, events);
      await sessions.endAll(tx, context, personId, reason);
      return state;
    });
    sessions.forget(personId);
    return removed;
  }

  private async changeable(
    tx: Tx,
    context: RequestContext,
    { personId, checkVersion }: AdministerCommand,
  ): Promise<Login> {
    const login = await this.parts.reach.locked(tx, context, personId);
    checkVersion(login.version);
    return login;
  }

  private screened<Command extends AdministerCommand>(command: Command): Command {
    this.parts.screen.assertHarmless(command.reason, '/reason');
    return command;
  }
}
