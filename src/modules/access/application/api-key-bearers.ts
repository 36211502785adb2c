import type { TenantId } from '../../../kernel/ids.js';
import type { TokenKind } from '../domain/token-text.js';
import type { ApiKeyViews } from '../ports/api-key-views.js';
import { BearerKind, type FoundBearer } from './bearer-kind.js';

/** Other programs, by their API keys. */
export class ApiKeyBearers extends BearerKind {
  readonly kinds = ['live', 'test'] as const;

  constructor(private readonly views: ApiKeyViews) {
    super();
  }

  async find(tenantId: TenantId, tokenHash: string, kind: TokenKind): Promise<FoundBearer | undefined> {
    const key = await this.views.bySecretHash(tenantId, tokenHash);
    if (key === undefined || key.status !== 'active' || key.mode !== kind) return undefined;
    return {
      principal: {
        kind: 'api-key',
        id: key.id,
        permissions: new Set(key.permissions),
        ...(key.outlets === null ? {} : { outlets: new Set(key.outlets) }),
        test: key.mode === 'test',
      },
      expiresAt: key.expiresAt?.getTime() ?? Infinity,
      proof: null,
      subjects: [`api-key:${key.id}`],
    };
  }
}
