import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { resendCode } from '../domain/registration-lifecycle.js';
import type { Registration, RegistrationId } from '../domain/registration.js';
import type { CodeMessages } from '../ports/code-messages.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { VerificationCodes } from '../ports/verification-codes.js';
import type { SendCode } from './send-code.js';
import { visibleRegistration } from './visible-registration.js';

/** Sends an owner another code; the one before counts no more. */
export class ResendCode {
  constructor(
    private readonly transactor: Transactor,
    private readonly registrations: RegistrationRepository,
    private readonly outbox: Outbox,
    private readonly codes: VerificationCodes,
    private readonly messages: CodeMessages,
    private readonly send: SendCode,
  ) {}

  /** @throws Refusal `registration_not_found`, `registration_not_open`, `codes_not_sent_here`, `codes_used_up`, `code_sent_recently`. */
  async execute(context: RequestContext, id: RegistrationId): Promise<Registration> {
    const code = this.messages.canSend ? this.codes.make(id) : undefined;
    const registration = await this.transactor.run(context, async (tx) => {
      const present = visibleRegistration(context, await this.registrations.lock(tx, id), id);
      const { state, events } = resendCode(present, code?.made ?? null, context.at);
      await this.registrations.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
    if (code !== undefined) await this.send.execute(context, registration, code.text);
    return registration;
  }
}
