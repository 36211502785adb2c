import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { inviteAgain, inviteNew } from '../domain/login-lifecycle.js';
import { foldedEmail, type IdentityRefusal, type PersonId } from '../domain/login.js';
import { goodUntil } from '../domain/one-time-token.js';
import type { LoginRepository } from '../ports/login-repository.js';
import type { Messages } from '../ports/messages.js';
import type { Staff, StaffMember } from '../ports/staff.js';
import type { IssueTokens } from './issue-tokens.js';
import type { LoginReach } from './login-reach.js';
import { withLink, type MadeLink, type SentLink } from './with-link.js';

/** What inviting works with. */
export interface InviteParts {
  readonly transactor: Transactor;
  readonly logins: LoginRepository;
  readonly staff: Staff;
  readonly reach: LoginReach;
  readonly tokens: IssueTokens;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly messages: Messages;
}

/** Asks somebody of the staff to choose a password. */
export class InvitePerson {
  constructor(private readonly parts: InviteParts) {}

  /**
   * @param onBehalf of `program`: whoever calls has decided that the person is to be invited, and the caller's own rights do not matter.
   * @throws Refusal `login_person_not_found`, `login_email_missing`, `login_exists`, `login_email_taken`, `login_exceeds_caller`.
   */
  execute(context: RequestContext, personId: PersonId, onBehalf: 'caller' | 'program' = 'caller'): Promise<SentLink> {
    return withLink(this.parts, context, 'invitation', async (tx) => {
      const email = emailOf(await this.person(tx, context, personId, onBehalf === 'caller'));
      return this.invite(tx, context, personId, email);
    });
  }

  private async invite(tx: Tx, context: RequestContext, personId: PersonId, email: string): Promise<MadeLink> {
    const { logins, outbox, tokens, ids } = this.parts;
    const { at, principal } = context;
    const until = goodUntil('invitation', at);
    const known = await logins.ofPerson(tx, personId);
    const locked = known && (await logins.lock(tx, known.id));
    const by = `${principal.kind}:${principal.id}`;
    const { state, events } =
      locked === undefined
        ? inviteNew({ id: ids.next(), personId, email, by, at }, until)
        : inviteAgain(locked, email, at, until);
    await (locked === undefined ? logins.add(tx, state) : logins.save(tx, state));
    outbox.append(tx, events);
    return { login: state, token: await tokens.forLink(tx, state.id, 'invitation', at) };
  }

  private async person(tx: Tx, context: RequestContext, personId: PersonId, checked: boolean): Promise<StaffMember> {
    const { staff, reach } = this.parts;
    const member = await staff.member(tx, personId);
    if (member === undefined || !member.active || (checked && !(await reach.sees(tx, context, personId))))
      throw new Refusal<IdentityRefusal>('login_person_not_found', { personId });
    if (checked) await reach.assertNoMoreThan(tx, context, personId);
    return member;
  }
}

function emailOf({ id, email }: StaffMember): string {
  const folded = email === null ? undefined : foldedEmail(email);
  if (folded === undefined) throw new Refusal<IdentityRefusal>('login_email_missing', { personId: id });
  return folded;
}
