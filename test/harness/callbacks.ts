import { randomUUID } from 'node:crypto';
import { newSecret, sign } from '../../src/platform/signatures/standard-webhooks.js';
import type { Answer, TestService } from './service.js';

/** What a sibling's callbacks are signed with. */
export const CALLBACK_SECRET = newSecret(Buffer.alloc(32, 1));

/** An event that a sibling tells. */
export interface Announced {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: unknown;
}

/** A sibling that tells a service of what happens, by signed callbacks. */
export class Announcer {
  private minute = 0;

  /** @param source its word in `CALLBACK_SECRETS`, with `CALLBACK_SECRET`. */
  constructor(
    private readonly service: TestService,
    private readonly source: string,
  ) {}

  /** An event, later than all before. */
  event(type: string, data: unknown, changes: Partial<Announced> = {}): Announced {
    this.minute += 1;
    const time = new Date(Date.UTC(2026, 0, 5, 10, this.minute)).toISOString();
    return { id: randomUUID(), type, time, data, ...changes };
  }

  /** Brings an event. @param slug whose. @param secret another one signs in vain. */
  tell(event: Announced, slug = this.service.tenant.slug, secret = CALLBACK_SECRET): Promise<Answer> {
    const body = JSON.stringify({ specversion: '1.0', source: `/${this.source}`, ...event });
    const [id, seconds] = [`msg_${randomUUID()}`, Math.floor(Date.now() / 1_000)];
    const headers = {
      'Content-Type': 'application/cloudevents+json',
      ...{ 'webhook-id': id, 'webhook-timestamp': String(seconds) },
      'webhook-signature': sign([secret], id, seconds, Buffer.from(body)),
    };
    const path = `/v1/${slug}/integrations/callbacks/${this.source}`;
    return this.service.call('POST', path, { token: null, withoutKey: true, headers, body });
  }
}
