import type { Response } from 'express';
import type { Principal } from '../../kernel/context.js';
import type { TenantId } from '../../kernel/ids.js';
import type { PosRequest } from './pos-request.js';

/**
 * A route that is no controller's, because it streams. It is authenticated like every other; its body is untouched. It
 * must be documented in the module's part of the contract (`spec.spec` of tsoa.json), or the program does not start.
 */
export interface RawRoute {
  readonly method: 'get' | 'post' | 'put';
  /** The path as the contract writes it: `/v1/{tenant}/pos/catalog/imports`. */
  readonly path: string;
  readonly permission: string;
  handler(request: PosRequest, response: Response): Promise<void>;
}

/** Who is behind a request, and for which business. */
export interface SignedCaller {
  readonly tenant: {
    readonly id: TenantId;
    readonly slug: string;
    readonly settings: Readonly<Record<string, unknown>>;
  };
  readonly principal: Principal;
}

/** A route whose callers bring no token but sign what they send. Documented like a `RawRoute`, with the scheme `callback`. */
export interface SignedRoute extends Pick<RawRoute, 'method' | 'path' | 'handler'> {
  /** May read the body, into `request.body`. @throws Refusal `unauthenticated`, the same whatever is wrong. */
  authenticate(request: PosRequest): Promise<SignedCaller>;
}
