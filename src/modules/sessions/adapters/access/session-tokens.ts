import { hash, randomBytes } from 'node:crypto';
import type { TenantId } from '../../../../kernel/ids.js';
import { SECRET_BYTES, writeToken } from '../../../access/index.js';
import type { MadeToken, SessionTokens } from '../../ports/session-tokens.js';

/** Tokens of 200 random bits: what is kept of them needs no more than SHA-256. */
export const sessionTokens: SessionTokens = {
  make(tenantId: TenantId): MadeToken {
    const token = writeToken('session', tenantId, randomBytes(SECRET_BYTES));
    return { token, hash: hash('sha256', token, 'hex') };
  },
};
