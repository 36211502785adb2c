import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { countDue, forceCount } from '../domain/count-cash.js';
import type { DrawerPolicy } from '../domain/drawer-policy.js';
import type { SessionId } from '../domain/drawer-session.js';
import type { PolicyRepository, SessionRepository } from '../ports/drawer-repository.js';

/** Makes a drawer take no more money where the outlet's policy wants it counted first. */
export class ForceCount {
  constructor(
    private readonly transactor: Transactor,
    private readonly policies: PolicyRepository,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Looks without a lock first: most sales leave nothing to do. Asked again it does nothing. @returns whether a count was forced. */
  execute(context: RequestContext, id: SessionId): Promise<boolean> {
    return this.transactor.run(context, async (tx) => {
      const seen = await this.sessions.peek(tx, id);
      if (seen?.status !== 'open' || seen.forced !== null) return false;
      const policy = await this.policies.of(tx, seen.outletId);
      if (!isLimited(policy)) return false;
      if (countDue(seen, await this.sessions.facts(tx, seen), policy, context.at) === undefined) return false;
      const session = await this.sessions.lock(tx, id);
      if (session === undefined) return false;
      const because = countDue(session, await this.sessions.facts(tx, session), policy, context.at);
      if (because === undefined) return false;
      const decision = forceCount(session, because, context.at);
      await this.sessions.save(tx, decision);
      this.outbox.append(tx, decision.events);
      return true;
    });
  }
}

function isLimited({ cashLimit, forcedCountEvery: { sales, minutes } }: DrawerPolicy): boolean {
  return cashLimit !== null || sales !== null || minutes !== null;
}
