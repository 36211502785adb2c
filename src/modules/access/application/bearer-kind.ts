import type { Principal } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { TokenKind } from '../domain/token-text.js';

/** What a caller must show with each request beside the token, so that a copied token is worth nothing (GUARANTEES G10). */
export type ProofKey =
  /** A proof by the key of this RFC 7638 thumbprint, in the form of RFC 9449. */
  | { readonly by: 'dpop'; readonly thumbprint: string }
  /** The device secret of this hash (SHA-256, hexadecimal): for devices that cannot keep a key, where the business allows it. */
  | { readonly by: 'secret'; readonly hash: string };

/** Who a token belongs to. */
export interface FoundBearer {
  readonly principal: Principal;
  /** When the token runs out, in ms since the epoch. */
  readonly expiresAt: number;
  /** `null`: the token alone is enough. */
  readonly proof: ProofKey | null;
  /**
   * Names that the bearer can be forgotten by when what stands behind it changes: `api-key:<id>`, `device:<id>`,
   * `session:<id>`, `staff:<id>`, `role:<code>`.
   */
  readonly subjects: readonly string[];
}

/**
 * Tokens of one or more kinds: a module that hands out tokens binds one (`bind(BearerKind).toResolvedValue(…)`), and callers with
 * them come in by the same door as all others. It is asked only for what the door does not remember.
 */
export abstract class BearerKind {
  abstract readonly kinds: readonly TokenKind[];
  /** @param tokenHash SHA-256 of the token's text, hexadecimal. @returns `undefined` for a token that is not to be believed. */
  abstract find(tenantId: TenantId, tokenHash: string, kind: TokenKind): Promise<FoundBearer | undefined>;
}
