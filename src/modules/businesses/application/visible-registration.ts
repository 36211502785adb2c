import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import { mayActForRegion } from '../domain/platform.js';
import type { Registration, RegistrationId, RegistrationRefusal } from '../domain/registration.js';

/** @throws Refusal `registration_not_found`, also for one of a region that the caller does not act for. */
export function visibleRegistration(
  { principal }: RequestContext,
  found: Registration | undefined,
  registrationId: RegistrationId,
): Registration {
  if (found === undefined || !mayActForRegion(principal, found.region))
    throw new Refusal<RegistrationRefusal>('registration_not_found', { registrationId });
  return found;
}
