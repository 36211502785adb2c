import type { RequestContext } from '../../../kernel/context.js';
import { requestReset } from '../domain/login-lifecycle.js';
import { foldedEmail } from '../domain/login.js';
import { isFresh } from '../domain/one-time-token.js';
import type { Later } from '../ports/later.js';
import type { OneTimeTokens } from '../ports/one-time-tokens.js';
import type { PolicyRepository } from '../ports/policy-repository.js';
import { plain } from './guarded-tries.js';
import type { InviteParts } from './invite-person.js';
import type { IssuedToken } from './issue-tokens.js';

/** What asking for a new password works with. */
export type RequestResetParts = Omit<InviteParts, 'ids' | 'reach'> & {
  readonly policies: PolicyRepository;
  readonly kept: OneTimeTokens;
  readonly later: Later;
};

/** Sends a link for a new password to an address that somebody names, if it is one of ours. */
export class RequestReset {
  constructor(private readonly parts: RequestResetParts) {}

  /** Answers at once and always the same: what is done about it comes later, so that neither answer nor time tells. */
  execute(context: RequestContext, { email }: { readonly email: string }): void {
    const folded = foldedEmail(email);
    if (folded === undefined || !this.parts.messages.canSend) return;
    this.parts.later.run(() => this.send(plain(context), folded));
  }

  private async send(context: RequestContext, email: string): Promise<void> {
    const token = await this.make(context, email);
    if (token === undefined) return;
    const { id: reference, text, until } = token;
    await this.parts.messages.send(context.tenantSlug, { reference, template: 'reset', email, token: text, until });
  }

  /** @returns `undefined` for an address that nobody has, who must not sign in so, and who was sent a link just now. */
  private make(context: RequestContext, email: string): Promise<IssuedToken | undefined> {
    const { transactor, logins, staff, policies, kept, tokens, outbox } = this.parts;
    return transactor.run(context, async (tx) => {
      const known = await logins.byEmail(tx, email);
      const login = known && (await logins.lock(tx, known.id));
      if (login === undefined || login.passwordNumber === 0) return undefined;
      const last = await kept.newest(tx, login.id, 'reset');
      if (last !== undefined && isFresh(last, context.at)) return undefined;
      const member = await staff.member(tx, login.personId);
      if (member?.active !== true || !(await policies.current(tx)).passwords) return undefined;
      const { state, events } = requestReset(login, { by: 'self' }, context.at);
      await logins.save(tx, state);
      outbox.append(tx, events);
      return tokens.forLink(tx, login.id, 'reset', context.at);
    });
  }
}
