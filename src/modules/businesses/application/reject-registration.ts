import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf } from '../domain/platform.js';
import { expireRegistration, rejectRegistration } from '../domain/registration-lifecycle.js';
import type { Registration, RegistrationId } from '../domain/registration.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import { visibleRegistration } from './visible-registration.js';

/** Ends a registration before there is a business; the slug is free again, and the owner's contact is gone. */
export class RejectRegistration {
  constructor(
    private readonly transactor: Transactor,
    private readonly registrations: RegistrationRepository,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `registration_not_found`, `registration_not_open`. */
  execute(context: RequestContext, id: RegistrationId, reason: string): Promise<Registration> {
    this.screen.assertHarmless(reason, '/reason');
    return this.transactor.run(context, async (tx) => {
      const present = visibleRegistration(context, await this.registrations.lock(tx, id), id);
      const deed = { by: actorOf(context.principal), at: context.at, reason };
      const { state, events } = rejectRegistration(present, deed);
      await this.registrations.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }

  /** Its time is up. One that has come further meanwhile stays. */
  expire(context: RequestContext, id: RegistrationId): Promise<void> {
    return this.transactor.run(context, async (tx) => {
      const present = await this.registrations.lock(tx, id);
      if (present === undefined) return;
      const { state, events } = expireRegistration(present, context.at);
      if (state !== present) await this.registrations.save(tx, state);
      this.outbox.append(tx, events);
    });
  }
}
