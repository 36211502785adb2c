import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';

/** The context of what licensing does by itself. */
export function systemContext(tenantId: TenantId, tenantSlug: string, at: Date): RequestContext {
  const principal = { kind: 'system', id: 'licensing', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug, principal, requestId: `licensing-${at.getTime()}`, at };
}
