import { randomUUID } from 'node:crypto';

/** The service's own front door, as seeding goes through it. */
export interface SeedDoor {
  /** Reads. @returns undefined where there is no such thing, or for a refusal with one of these codes. @throws Error for others. */
  find<Found>(path: string, ...absent: string[]): Promise<Found | undefined>;
  /** Writes. @throws Error with the refusal's words, unless its code is one of `accepted`: then the answer is undefined. */
  send<Answer>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: Sent,
    ...accepted: string[]
  ): Promise<Answer | undefined>;
}

/** What is sent: JSON, or a text of another kind. */
type Sent = object | { readonly text: string; readonly contentType: string };

/** Opens the door of a tenant. @param url up to `/v1/{tenant}/pos`. */
export function seedDoor(url: string, apiKey: string): SeedDoor {
  const authorization = `Bearer ${apiKey}`;
  return {
    find: async <Found>(path: string, ...absent: string[]) => {
      const answer = await fetch(`${url}${path}`, { headers: { authorization } });
      if (answer.ok) return (await answer.json()) as Found;
      const refused = await refusal(`GET ${path}`, answer);
      if (answer.status === 404 || absent.includes(refused.code)) return undefined;
      throw refused;
    },
    send: async <Answer>(method: string, path: string, sent: Sent, ...accepted: string[]) => {
      const { contentType, text } =
        'contentType' in sent ? sent : { contentType: 'application/json', text: JSON.stringify(sent) };
      const headers: Record<string, string> = { authorization, 'content-type': contentType };
      if (method === 'POST') headers['idempotency-key'] = `seed-${randomUUID()}`;
      const answer = await fetch(`${url}${path}`, { method, headers, body: text });
      if (answer.ok) return (await answer.json()) as Answer;
      const refused = await refusal(`${method} ${path}`, answer);
      if (accepted.includes(refused.code)) return undefined;
      throw refused;
    },
  };
}

class SeedRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function refusal(what: string, answer: Response): Promise<SeedRefused> {
  const text = await answer.text();
  const [, code = ''] = /"code":"(\w+)"/.exec(text) ?? [];
  return new SeedRefused(code, `seeding was refused: ${what} answered ${answer.status} ${text}`);
}
