import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Login } from '../domain/login.js';
import type { MessageOutcome, Messages } from '../ports/messages.js';
import type { IssuedToken } from './issue-tokens.js';

/** A link that was made, and what became of the message with it. */
export interface SentLink {
  readonly login: Login;
  readonly until: Date;
  /** `null`: not known, as a repeat is told. */
  readonly message: MessageOutcome | null;
  /** Given to the administrator where no message can be sent; `null` else. */
  readonly token: string | null;
}

/** What the transaction made. */
export interface MadeLink {
  readonly login: Login;
  readonly token: IssuedToken;
}

/** What sending takes. */
export interface LinkParts {
  readonly transactor: Transactor;
  readonly messages: Messages;
}

/**
 * Makes a link in a transaction and sends it after that has committed, or hands it to the administrator where none can be sent.
 * What the transaction stores under the request's key has no token in it.
 */
export async function withLink(
  { transactor, messages }: LinkParts,
  context: RequestContext,
  template: 'invitation' | 'reset',
  make: (tx: Tx) => Promise<MadeLink>,
): Promise<SentLink> {
  const made: { token?: IssuedToken } = {};
  const kept = await transactor.run(context, async (tx): Promise<SentLink> => {
    const { login, token } = await make(tx);
    made.token = token;
    return { login, until: token.until, message: null, token: null };
  });
  if (made.token === undefined) throw new Error('a link was made without its token');
  const { id: reference, text: token, until } = made.token;
  if (!messages.canSend) return { ...kept, message: 'none', token };
  // What test keys do must never reach the outside world, and a token must not reach them.
  if (context.principal.test) return { ...kept, message: 'none' };
  const { email } = kept.login;
  return { ...kept, message: await messages.send(context.tenantSlug, { reference, template, email, token, until }) };
}
