import type { Answer, CallOptions, TestService } from '../../../../../test/harness/service.js';

let named = 0;

/** A body for POST /staff that clashes with no other. */
export function hiring(changes: object = {}): { displayName: string } {
  named += 1;
  return { displayName: `Person ${named}`, ...changes };
}

/** Takes somebody on. @throws Error when that is refused. */
export async function hired(
  service: TestService,
  changes: object = {},
  options: CallOptions = {},
): Promise<Answer['body']> {
  const answer = await service.call('POST', '/staff', { body: hiring(changes), ...options });
  if (answer.status !== 201) throw new Error(`nobody was taken on: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Opens an outlet and gives its id. */
export async function outletOf(service: TestService): Promise<string> {
  named += 1;
  const body = { name: `Outlet ${named}`, timeZone: 'UTC', receiptPrefix: `S${named}`, taxGroups: [] };
  return (await service.call('POST', '/outlets', { body })).body.id;
}
