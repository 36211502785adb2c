import { LocalKeyManagement } from '../platform/crypto/key-management.js';
import { urlRuleSettings } from '../platform/safe-http/url-rules.js';
import { ConfigError, type Config } from './config.js';

/** Tries what is only read when it is first needed: a wrong key must stop the start, not the first webhook. @throws ConfigError */
export function assertUsable({ secretsKey, webhookPorts, webhookAllow }: Config): void {
  try {
    if (secretsKey !== undefined) new LocalKeyManagement(secretsKey);
    urlRuleSettings(webhookPorts, webhookAllow);
  } catch (error) {
    throw new ConfigError(`The configuration is wrong:\n  ${(error as Error).message}\nSee docs/configuration.md.`);
  }
}
