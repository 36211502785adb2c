import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { actorOf, mayActForRegion } from '../domain/platform.js';
import { assertWish } from '../domain/registration-checks.js';
import { requestRegistration, type MadeCode } from '../domain/registration-lifecycle.js';
import type { Registration, RegistrationId, RegistrationRefusal, RegistrationWish } from '../domain/registration.js';
import type { CodeMessages } from '../ports/code-messages.js';
import type { StartingPlan } from '../ports/provisions.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { VerificationCodes } from '../ports/verification-codes.js';
import type { SendCode } from './send-code.js';

/** What registering works with. */
export interface RegisterParts {
  readonly transactor: Transactor;
  readonly registrations: RegistrationRepository;
  readonly outbox: Outbox;
  readonly ids: IdSource;
  readonly codes: VerificationCodes;
  readonly messages: CodeMessages;
  readonly plans: StartingPlan | undefined;
  readonly send: SendCode;
  readonly screen: TextScreen;
}

export type RegisterBusinessCommand = Omit<RegistrationWish, 'id'> & { readonly id: RegistrationId | undefined };

/** A business wants in: its name is kept for it, and its owner is sent a code. */
export class RegisterBusiness {
  constructor(private readonly parts: RegisterParts) {}

  /** @throws Refusal `registration_invalid`, `region_not_allowed`, `slug_not_available`, `registration_id_taken`, or of the plan. */
  async execute(context: RequestContext, command: RegisterBusinessCommand): Promise<Registration> {
    const { messages, codes, ids, send } = this.parts;
    const wish = { ...command, id: command.id ?? ids.next<'business-registration'>() };
    await this.assertAllowed(context, wish);
    const isSent = messages.canSend && wish.owner !== null && wish.channel !== null;
    const code = isSent ? codes.make(wish.id) : undefined;
    const registration = await this.keep(context, wish, code?.made ?? null);
    if (code !== undefined) await send.execute(context, registration, code.text);
    return registration;
  }

  private async assertAllowed(context: RequestContext, wish: RegistrationWish): Promise<void> {
    const { plans, screen } = this.parts;
    if (!mayActForRegion(context.principal, wish.region))
      throw new Refusal<RegistrationRefusal>('region_not_allowed', { region: wish.region }, [
        { pointer: '/region', message: 'must be one of yours' },
      ]);
    assertWish(wish);
    screen.assertHarmless(wish.name, '/name');
    if (wish.owner !== null) screen.assertHarmless(wish.owner.name, '/owner/name');
    if (wish.plan !== null) await plans?.assertSold(context, wish.plan);
  }

  private keep(context: RequestContext, wish: RegistrationWish, code: MadeCode | null): Promise<Registration> {
    const { transactor, registrations, outbox, ids } = this.parts;
    return transactor.run(context, async (tx) => {
      if ((await registrations.slugOwner(tx, wish.slug)) !== undefined)
        throw new Refusal<RegistrationRefusal>('slug_not_available', { slug: wish.slug }, [
          { pointer: '/slug', message: 'is taken' },
        ]);
      const { state, events } = requestRegistration(wish, {
        ...{ businessId: ids.next<'tenant'>(), ownerId: ids.next(), apiKeyId: ids.next(), source: 'portal', code },
        ...{ by: actorOf(context.principal), at: context.at },
      });
      await registrations.add(tx, state);
      outbox.append(tx, events);
      return state;
    });
  }
}
