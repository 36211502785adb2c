import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';

/** What this module asks about outlets. */
export interface KnownOutlets {
  exists(context: RequestContext, id: OutletId): Promise<boolean>;
}
