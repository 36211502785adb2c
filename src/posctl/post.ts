import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.js';

/** Asks the service to do something, once however often the request is sent. @throws CommandError when it is refused. */
export function post<Answer>(client: ApiClient, path: string, body?: object): Promise<Answer> {
  return client.json<Answer>({
    method: 'POST',
    path,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    idempotencyKey: `posctl-${randomUUID()}`,
  });
}
