import { badValue } from '../../../../platform/http/values.js';
import type { Credentials } from '../../application/sign-in.js';
import type { LiveSessions } from '../../ports/session-repository.js';
import type { EndSessionsRequest, SignInRequest } from './session-dtos.js';

/** Reads how somebody shows who they are. @throws Refusal `validation_failed` for what the method lacks or does not take. */
export function credentialsFrom(body: SignInRequest): Credentials {
  const { method, personId, pin, badge, accessToken } = body;
  if (method === 'pin') {
    refuseOthers(body, ['badge', 'accessToken'], method);
    return { method, personId: needed(personId, '/personId'), pin: needed(pin, '/pin') };
  }
  if (method === 'badge') {
    refuseOthers(body, ['personId', 'accessToken'], method);
    return { method, badge: needed(badge, '/badge'), pin };
  }
  refuseOthers(body, ['personId', 'pin', 'badge'], method);
  return { method, accessToken: needed(accessToken, '/accessToken') };
}

/** Reads whose sessions are meant. @throws Refusal `validation_failed` unless exactly one is named. */
export function whichFrom({ personId, deviceId, outletId }: EndSessionsRequest): LiveSessions {
  const named = Object.entries({ personId, deviceId, outletId }).filter(([, id]) => id !== undefined);
  if (named.length !== 1) throw badValue('', 'must name exactly one of personId, deviceId and outletId');
  return Object.fromEntries(named);
}

function refuseOthers(body: SignInRequest, names: readonly (keyof SignInRequest)[], method: string): void {
  for (const name of names) {
    if (body[name] !== undefined) throw badValue(`/${name}`, `does not belong to the method ${method}`);
  }
}

function needed(value: string | undefined, pointer: string): string {
  if (value === undefined) throw badValue(pointer, 'is required by the method');
  return value;
}
