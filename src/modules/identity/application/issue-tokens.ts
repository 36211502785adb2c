import type { IdSource } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { LoginId } from '../domain/login.js';
import { goodUntil, type OneTimeKind, type OneTimeTokenId } from '../domain/one-time-token.js';
import type { IdentitySecrets } from '../ports/identity-secrets.js';
import type { OneTimeTokens } from '../ports/one-time-tokens.js';

/** A token just made: the only time that its text is known. */
export interface IssuedToken {
  readonly id: OneTimeTokenId;
  readonly text: string;
  readonly until: Date;
}

/** All kinds: there is one link at a time. */
const ALL: readonly OneTimeKind[] = ['invitation', 'reset'];

/** Makes tokens that are good for one act. */
export class IssueTokens {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly ids: IdSource,
    private readonly secrets: IdentitySecrets,
  ) {}

  /** A token for a link, in the caller's transaction. Links that went out before lead nowhere from then on. */
  async forLink(tx: Tx, loginId: LoginId, kind: OneTimeKind, at: Date): Promise<IssuedToken> {
    await this.endAll(tx, loginId);
    const { text, hash } = this.secrets.token();
    const id = this.ids.next<'login-token'>();
    const until = goodUntil(kind, at);
    await this.tokens.add(tx, { id, loginId, kind, hash, createdAt: at, expiresAt: until });
    return { id, text, until };
  }

  /** Ends all tokens of a login. */
  endAll(tx: Tx, loginId: LoginId): Promise<void> {
    return this.tokens.end(tx, loginId, ALL);
  }
}
