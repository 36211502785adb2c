import type { Response } from 'express';
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
