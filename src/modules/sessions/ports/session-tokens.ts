import type { TenantId } from '../../../kernel/ids.js';

/** A token just made; kept is only its hash. */
export interface MadeToken {
  readonly token: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Makes tokens of sessions. */
export interface SessionTokens {
  make(tenantId: TenantId): MadeToken;
}
