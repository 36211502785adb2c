import { LocalKeyManagement } from '../platform/crypto/key-management.js';
import { urlRuleSettings } from '../platform/safe-http/url-rules.js';
import { isSecret } from '../platform/signatures/standard-webhooks.js';
import { ConfigError, type Config } from './config.js';

/** Tries what is only read when it is first needed: a wrong key must stop the start, not the first webhook. @throws ConfigError */
export function assertUsable(config: Config): void {
  const { secretsKey, webhookPorts, webhookAllow } = config;
  try {
    if (secretsKey !== undefined) new LocalKeyManagement(secretsKey);
    urlRuleSettings(webhookPorts, webhookAllow);
    assertRegistrySecret(config);
  } catch (error) {
    throw new ConfigError(`The configuration is wrong:\n  ${(error as Error).message}\nSee docs/configuration.md.`);
  }
}

/** Questions to the registry of outlets are signed, and so are its answers: without the secret nothing of it could be believed. */
function assertRegistrySecret({ authServiceUrl, authServiceSecret }: Config): void {
  if (authServiceSecret === undefined) {
    if (authServiceUrl !== undefined) throw new Error('AUTH_SERVICE_URL needs AUTH_SERVICE_SECRET');
  } else if (!isSecret(authServiceSecret)) {
    throw new Error('AUTH_SERVICE_SECRET must be 24 to 64 bytes in Base64 behind whsec_');
  }
}
