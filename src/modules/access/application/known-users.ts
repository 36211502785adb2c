import type { TenantId } from '../../../kernel/ids.js';

/** What this service knows by itself of somebody whom the auth service vouches for. */
export interface KnownUser {
  /** The business has ended their work here: their tokens are refused. */
  readonly disabled: boolean;
  /** Names to forget this by. */
  readonly subjects: readonly string[];
}

/** Bound by the module that keeps the staff. */
export abstract class KnownUsers {
  /** @param subject of the access token. @returns `undefined` for somebody of whom nothing is known here. */
  abstract find(tenantId: TenantId, subject: string): Promise<KnownUser | undefined>;
}
