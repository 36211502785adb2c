import type { Invocation } from '../command.js';
import { environmentOf } from '../environment.js';
import { fail, ok, warn, type Finding } from './finding.js';

const PORTS = '443,8443';
const LAST_PORT = 65_535;
/** Ports of databases, mail and shells: whoever lets webhooks there lets tenants knock on them. */
const DANGEROUS = new Set([22, 25, 53, 2379, 3306, 5432, 6379, 9092, 11211]);

/** Whether webhooks can be sealed, and whether they may only go where webhooks should. */
export async function checkWebhooks(invocation: Invocation): Promise<Finding[]> {
  const environment = environmentOf(invocation);
  return [
    await secretsKey(environment['SECRETS_KEY'] ?? ''),
    ports(environment['WEBHOOK_PORTS'] ?? PORTS),
    ...exceptions(environment['WEBHOOK_ALLOW'] ?? ''),
  ];
}

async function secretsKey(text: string): Promise<Finding> {
  const fix = 'Make one with `openssl rand -base64 32`, and keep it: what was sealed with it cannot be opened without.';
  if (text === '') return warn('SECRETS_KEY', 'is not set here; a service without one cannot make webhooks', fix);
  const { LocalKeyManagement } = await import('../../platform/crypto/key-management.js');
  try {
    const { currentKeyId } = new LocalKeyManagement(text);
    const count = text.split(',').length;
    return ok('SECRETS_KEY', count === 1 ? 'is a key' : `has ${count} keys; ${currentKeyId} seals`);
  } catch {
    // What the error says might quote the key.
    return fail('SECRETS_KEY', 'is not 32 bytes in Base64, or several separated by commas', fix);
  }
}

function ports(text: string): Finding {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.filter((word) => !/^\d{1,5}$/.test(word) || Number(word) < 1 || Number(word) > LAST_PORT);
  if (wrong.length > 0)
    return fail('WEBHOOK_PORTS', `"${wrong.join(', ')}" is no port`, `Separate ports by commas: ${PORTS}.`);
  const dangerous = words.filter((word) => DANGEROUS.has(Number(word)));
  if (dangerous.length === 0) return ok('WEBHOOK_PORTS', `webhooks may go to ${words.join(', ')}`);
  const fix = `Take them out: ${words.filter((word) => !dangerous.includes(word)).join(',') || PORTS}.`;
  return warn('WEBHOOK_PORTS', `lets tenants knock on ${dangerous.join(', ')}, where no receiver listens`, fix);
}

function exceptions(text: string): Finding[] {
  if (text === '') return [];
  return [
    warn('WEBHOOK_ALLOW', `lets webhooks reach ${text}, private or not`, 'Unset it where the service is in use.'),
  ];
}
