import type { RequestContext } from '../../../kernel/context.js';
import type { InvariantFinding, InvariantScope } from '../domain/invariant.js';

/** Looks at the tables. */
export interface InvariantChecks {
  /** Checks all rules in one consistent snapshot: of what is being committed meanwhile, all is seen or nothing. */
  check(context: RequestContext, scope: InvariantScope): Promise<readonly InvariantFinding[]>;
}
