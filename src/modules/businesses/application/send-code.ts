import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { codeDelivered } from '../domain/registration-lifecycle.js';
import type { Registration } from '../domain/registration.js';
import type { CodeMessages } from '../ports/code-messages.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';

/** Brings a code to its owner: outside of any transaction, after the one that keeps its hash (GUARANTEES G2). */
export class SendCode {
  constructor(
    private readonly transactor: Transactor,
    private readonly registrations: RegistrationRepository,
    private readonly messages: CodeMessages,
  ) {}

  /** Takes down what became of it. What test keys ask for is not sent. */
  async execute(context: RequestContext, registration: Registration, code: string): Promise<void> {
    const { id, codesSent, channel, owner, language, name } = registration;
    const to = channel === 'sms' ? owner?.phone : owner?.email;
    if (to == null || channel === null) return;
    const reference = `${id}:${codesSent}`;
    const message = { reference, channel, to, language, business: name, code };
    const isSent = !context.principal.test && (await this.messages.send(message));
    const { idempotency: _, ...plain } = context;
    await this.transactor.run(plain, async (tx) => {
      const present = await this.registrations.lock(tx, id);
      if (present === undefined) return;
      const after = codeDelivered(present, codesSent, isSent);
      if (after !== present) await this.registrations.save(tx, after);
    });
  }
}
