import { mayActFor, type Principal } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Callers, Credentials, KnownCaller } from '../ports/callers.js';

/** What a caller had to have for the stream that is open. */
export interface StreamGrant {
  readonly credentials: Credentials;
  readonly permissions: readonly string[];
  readonly outletId?: OutletId;
  /** The caller when the stream began: a tenant-wide stream shows what their outlets were then. */
  readonly principal: Principal;
}

/** Finds out whether the caller of an open stream may still read it (GUARANTEES G10). */
export class RecheckCaller {
  constructor(private readonly callers: Callers) {}

  /** Who the caller is now. `undefined` when they are nobody any more. */
  identify(credentials: Credentials): Promise<KnownCaller | undefined> {
    return this.callers.identify(credentials);
  }

  /** False when the key, the token, the tenant, a permission or an outlet was taken away. Rejects when it cannot be found out. */
  async execute({ credentials, permissions, outletId, principal }: StreamGrant): Promise<boolean> {
    const now = (await this.callers.identify(credentials))?.principal;
    if (now === undefined || !permissions.every((permission) => now.permissions.has(permission))) return false;
    return outletId === undefined ? sameOutlets(principal, now) : mayActFor(now, outletId);
  }
}

function sameOutlets({ outlets: before }: Principal, { outlets: now }: Principal): boolean {
  if (before === undefined || now === undefined) return before === now;
  return before.size === now.size && [...before].every((id) => now.has(id));
}
