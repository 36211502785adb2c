import type { TenantId } from '../../kernel/ids.js';
import { CreateApiKey, createFirstApiKey } from '../../modules/access/index.js';
import type { Logger } from '../../platform/telemetry/logger.js';
import { IDS } from '../../platform/tokens.js';
import { compose } from '../container.js';
import type { Config } from '../config.js';

/** The vendor's own tenant (migration 0036). */
const PLATFORM = { tenantId: '00000000-0000-7000-8000-000000000001' as TenantId, tenantSlug: 'platform' } as const;

/** Makes a key that may do everything on the platform: the way in where nobody is in yet. @returns its text, known this once. */
export async function makePlatformKey(config: Config, logger: Logger, name: string): Promise<string> {
  const composition = compose(config, logger);
  const { container } = composition;
  try {
    const context = { ...PLATFORM, requestId: container.get(IDS).next<'request'>(), at: new Date() };
    const { key } = await createFirstApiKey(container.get(CreateApiKey), context, {
      name,
      mode: 'live',
      ofPlatform: true,
    });
    return key;
  } finally {
    await composition.close();
  }
}
