import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import { changePassword } from '../domain/login-lifecycle.js';
import type { IdentityRefusal, Login } from '../domain/login.js';
import { assertPassword } from '../domain/password.js';
import type { StaffSessions } from '../ports/staff-sessions.js';
import { plain } from './guarded-tries.js';
import type { IssueTokens } from './issue-tokens.js';
import type { FindOwnLogin, OwnLogin, OwnLoginParts } from './own-login.js';

export interface ChangePasswordCommand {
  readonly current: string;
  readonly new: string;
}

/** Changes the password of who is signed in. All their other sessions end. */
export class ChangePassword {
  constructor(
    private readonly parts: OwnLoginParts,
    private readonly own: FindOwnLogin,
    private readonly issue: IssueTokens,
    private readonly outbox: Outbox,
    private readonly sessions: StaffSessions,
  ) {}

  /** @throws Refusal `password_wrong`, `password_refused`, `login_locked`, `login_changed`, `login_not_found`. */
  async execute(context: RequestContext, command: ChangePasswordCommand): Promise<Login> {
    const own = await this.own.execute(context);
    const { login, policy } = own;
    const tried = await this.own.proved(context, own, command.current);
    const changed = await this.own.counted(context, tried, async () => {
      assertNew(command, own, policy.passwordMinLength, context.tenantSlug);
      const hash = await this.parts.passwords.make(command.new);
      return this.parts.transactor.run(plain(context), async (tx) => {
        const now = await this.parts.logins.lock(tx, login.id);
        if (now?.passwordNumber !== login.passwordNumber || now.passwordHash === null)
          throw new Refusal<IdentityRefusal>('login_changed');
        const { state, events } = changePassword(now, hash, context.at);
        await this.parts.logins.save(tx, state);
        await this.issue.endAll(tx, login.id);
        await this.parts.tries.right(tx, context, tried);
        this.outbox.append(tx, events);
        const { sessionId } = context.principal;
        await this.sessions.endAll(tx, context, login.personId, 'new password', sessionId);
        return state;
      });
    });
    this.sessions.forget(login.personId);
    return changed;
  }
}

function assertNew(
  { current, new: chosen }: ChangePasswordCommand,
  { login, member }: OwnLogin,
  minLength: number,
  tenantSlug: string,
): void {
  const owner = { email: login.email, names: [member.displayName, tenantSlug] };
  assertPassword(chosen, minLength, owner, '/new');
  if (chosen.normalize('NFC') !== current.normalize('NFC')) return;
  const field = { pointer: '/new', message: 'must be another than the present one' };
  throw new Refusal<IdentityRefusal>('password_refused', {}, [field]);
}
