import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/platform.js';
import { confirmByHand, enterCode, usableCode } from '../domain/registration-lifecycle.js';
import type { RegistrationId, RegistrationRefusal } from '../domain/registration.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { VerificationCodes } from '../ports/verification-codes.js';
import type { OpenedBusiness, OpenBusiness } from './open-business.js';
import { visibleRegistration } from './visible-registration.js';

/** The owner is who they say: the business is made, and its first API key is shown. */
export class VerifyRegistration {
  constructor(
    private readonly transactor: Transactor,
    private readonly registrations: RegistrationRepository,
    private readonly outbox: Outbox,
    private readonly codes: VerificationCodes,
    private readonly screen: TextScreen,
    private readonly open: OpenBusiness,
  ) {}

  /**
   * By the code that the owner was sent. A wrong one counts, whatever comes after.
   * @throws Refusal `registration_not_found`, `registration_not_open`, `code_not_usable`, `code_wrong`.
   */
  async byCode(context: RequestContext, id: RegistrationId, text: string): Promise<OpenedBusiness> {
    const { isRight, triesLeft } = await this.transactor.run(context, async (tx) => {
      const present = visibleRegistration(context, await this.registrations.lock(tx, id), id);
      const kept = usableCode(present, context.at);
      const right = this.codes.matches(id, text, kept);
      const { state, events } = enterCode(present, right, actorOf(context.principal), context.at);
      await this.registrations.save(tx, state);
      this.outbox.append(tx, events);
      return { isRight: right, triesLeft: state.code?.triesLeft ?? 0 };
    });
    if (!isRight)
      throw new Refusal<RegistrationRefusal>('code_wrong', { triesLeft }, [{ pointer: '/code', message: 'is wrong' }]);
    return this.open.execute(context, id);
  }

  /** By an administrator who knows the owner. @throws Refusal `registration_not_found`, `registration_not_open`. */
  async byHand(context: RequestContext, id: RegistrationId, reason: string): Promise<OpenedBusiness> {
    this.screen.assertHarmless(reason, '/reason');
    await this.transactor.run(context, async (tx) => {
      const present = visibleRegistration(context, await this.registrations.lock(tx, id), id);
      const { state, events } = confirmByHand(present, { by: actorOf(context.principal), at: context.at, reason });
      await this.registrations.save(tx, state);
      this.outbox.append(tx, events);
    });
    return this.open.execute(context, id);
  }
}
