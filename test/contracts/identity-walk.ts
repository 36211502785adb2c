import {
  codeAt,
  enrol,
  hire,
  OTHER_PASSWORD,
  PASSWORD,
  signIn,
  withLogin,
} from '../../src/modules/identity/adapters/http/identity.examples.js';
import type { Answer, TestService } from '../harness/service.js';

const STEP_MS = 30_000;

/** Everything that is told of people who sign in with a password. Needs a SECRETS_KEY. */
export async function walkIdentity(service: TestService): Promise<void> {
  const ann = await withLogin(service, await hire(service, 'owner'));
  const call = async (path: string, body: object, token?: string | null): Promise<Answer['body']> => {
    const options = token === undefined ? { body } : { body, token };
    const answer = await service.call('POST', `/identity/${path}`, options);
    if (answer.status >= 300) throw new Error(`the service answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const { token } = (await signIn(service, ann)).body;
  const { recoveryCodes } = await enrol(service, ann, token, Date.now());
  await signIn(service, ann, { recoveryCode: recoveryCodes[0] });
  await call('me/totp/remove', { password: PASSWORD, recoveryCode: recoveryCodes[1] }, token);
  await call('me/password', { current: PASSWORD, new: OTHER_PASSWORD }, token);
  const { secret } = await call('me/totp', { password: OTHER_PASSWORD }, token);
  // A step ahead is taken as well, whatever the second.
  await call('me/totp/confirm', { otp: codeAt(secret, Date.now() + STEP_MS / 2) }, token);
  for (let tried = 0; tried < 5; tried += 1) await signIn(service, ann, { password: 'not the right one' });
  const reason = 'the phone was lost';
  await call(`logins/${ann.personId}/unlock`, { reason });
  const reset = await call(`logins/${ann.personId}/reset`, { reason, removeTotp: true });
  await call('password-resets/confirm', { token: reset.token, password: PASSWORD }, null);
  await call(`logins/${ann.personId}/remove`, { reason: 'left the business' });
  const policy = { passwords: true, totpRequiredFor: ['owner'], passwordMinLength: 14 };
  const set = await service.call('PUT', '/identity/policy', { body: policy });
  if (set.status !== 200) throw new Error(`the service answered ${set.status}: ${set.text}`);
}
