import type { Principal } from '../../../kernel/context.js';

/** A caller as events name their actors. */
export function actorOf({ kind, id }: Pick<Principal, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
