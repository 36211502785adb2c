import { isSecret } from '../signatures/standard-webhooks.js';

/** Which secrets each sibling signs with; several while one is being replaced. */
export type CallbackSecrets = ReadonlyMap<string, readonly string[]>;

const SOURCE = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * Reads `treasury=whsec_…,inventory=whsec_…`. A sibling may be named several times.
 * @throws Error that says which entry is wrong, and never quotes a secret.
 */
export function callbackSecretsFrom(text: string | undefined): CallbackSecrets {
  const secrets = new Map<string, string[]>();
  for (const [index, entry] of (text ?? '').split(',').entries()) {
    if (entry.trim() === '') continue;
    const [name = '', ...rest] = entry.trim().split('=');
    const secret = rest.join('='); // Base64 may end in it
    if (!SOURCE.test(name) || !isSecret(secret))
      throw new Error(
        `CALLBACK_SECRETS: entry ${index + 1} must be name=whsec_… with 24 to 64 bytes in Base64, such as treasury=whsec_…`,
      );
    secrets.set(name, [...(secrets.get(name) ?? []), secret]);
  }
  return secrets;
}
