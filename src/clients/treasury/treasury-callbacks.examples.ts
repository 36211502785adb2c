import { randomUUID } from 'node:crypto';
import { newSecret, sign } from '../../platform/signatures/standard-webhooks.js';

/** What the treasury tells by itself: signed callbacks. */
export class TreasuryCallbacks {
  /** What it signs with: for CALLBACK_SECRETS. */
  readonly secret = newSecret(Buffer.alloc(32, 9));
  /** The address of the service; until it is set nothing is told. */
  serviceUrl: string | undefined;

  /** Tells of something. @returns the status of the answer; 0 when nobody is told. */
  async tell(tenant: string, type: string, data: object, id: string = randomUUID()): Promise<number> {
    if (this.serviceUrl === undefined) return 0;
    const time = new Date().toISOString();
    const body = JSON.stringify({ specversion: '1.0', source: '/treasury', id, type, time, data });
    const [message, seconds] = [`msg_${randomUUID()}`, Math.floor(Date.now() / 1000)];
    const headers = {
      'content-type': 'application/cloudevents+json',
      ...{ 'webhook-id': message, 'webhook-timestamp': String(seconds) },
      'webhook-signature': sign([this.secret], message, seconds, body),
    };
    const url = `${this.serviceUrl}/v1/${tenant}/integrations/callbacks/treasury`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    await answer.body?.cancel();
    return answer.status;
  }
}
