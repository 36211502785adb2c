import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import {
  end,
  eventsOf,
  remainUnanswered,
  type Discovery,
  type DiscoveryEnd,
  type DiscoveryId,
} from '../domain/discovery.js';
import type { DiscoveryRepository } from '../ports/discovery-repository.js';
import type { OutletNews } from '../ports/outlet-news.js';
import type { OutletRegistry, RegistrySays } from '../ports/outlet-registry.js';
import type { OutletRepository } from '../ports/outlet-repository.js';
import type { FollowOutlet } from './follow-outlet.js';

/** Somebody who waits for an outlet tries again and again: of a registry that is away is told once in this time. */
const TOLD_AGAIN_MS = 3_600_000;
/** What the registry says is the registry's doing, whoever's request made us ask. */
const REGISTRY = { kind: 'system', id: 'auth', permissions: new Set<string>(), test: false } as const;

/**
 * Asks the registry outside of any transaction and takes the answer down in one: the question's end, the outlet and the events, or
 * none of it (GUARANTEES G2).
 */
export class SettleDiscovery {
  constructor(
    private readonly transactor: Transactor,
    private readonly registry: OutletRegistry,
    private readonly discoveries: DiscoveryRepository,
    private readonly outlets: Pick<OutletRepository, 'find'>,
    private readonly news: OutletNews,
    private readonly follow: Pick<FollowOutlet, 'open'>,
    private readonly outbox: Outbox,
    private readonly clock: { readonly now: () => number; readonly random: () => number },
  ) {}

  /** @returns the question as it stands then; `undefined` when there is none. Settled twice, even at once, it ends once. */
  async execute(given: RequestContext, discovery: Discovery): Promise<Discovery | undefined> {
    const says = await this.registry.ask(given.tenantSlug, discovery);
    const { idempotency: _ownTransaction, ...known } = given;
    const context = { ...known, principal: REGISTRY, at: new Date(this.clock.now()) };
    try {
      return await this.settle(context, discovery.id, (tx, open) => this.endOf(tx, open, says));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // No outlet can be like that. What was begun is undone; only that much is kept.
      const unusable: DiscoveryEnd = { outcome: 'unusable', reason: (error as Refusal).code };
      return this.settle(context, discovery.id, () => Promise.resolve(unusable));
    }
  }

  private settle(
    context: RequestContext,
    id: DiscoveryId,
    endOf: (tx: Tx, open: Discovery) => Promise<DiscoveryEnd | { readonly silent: string }>,
  ): Promise<Discovery | undefined> {
    const { at } = context;
    return this.transactor.run(context, async (tx) => {
      const found = await this.discoveries.lock(tx, id);
      if (found === undefined || found.outcome !== null) return found;
      const ended = await endOf(tx, found);
      const after =
        'silent' in ended ? remainUnanswered(found, ended.silent, at, this.clock.random()) : end(found, ended, at);
      const isOld = after.outcome === 'unanswered' && (await this.isTold(tx, after, at));
      await this.discoveries.save(tx, after);
      if (!isOld) this.outbox.append(tx, eventsOf(after));
      return after;
    });
  }

  private async endOf(
    tx: Tx,
    { outletId }: Discovery,
    says: RegistrySays,
  ): Promise<DiscoveryEnd | { readonly silent: string }> {
    if ((await this.outlets.find(tx, outletId)) !== undefined) return KNOWN;
    if (says.kind === 'silent') return { silent: says.why };
    if (says.kind === 'distrusted') return { outcome: 'distrusted', reason: says.why };
    if (says.kind === 'unknown') return { outcome: 'unknown', reason: null };
    if (says.outlet.active === false) return { outcome: 'unknown', reason: 'closed' };
    if (await this.news.isNewest(tx, outletId, says.at))
      return (await this.follow.open(tx, says.outlet)) ? { outcome: 'found', reason: null } : KNOWN;
    // An event that is newer than the answer came while we asked, and wins: it opened the outlet, or closed it for good.
    const told = await this.outlets.find(tx, outletId);
    return told === undefined ? { outcome: 'unknown', reason: 'closed' } : KNOWN;
  }

  private isTold(tx: Tx, { outletId }: Discovery, at: Date): Promise<boolean> {
    const since = new Date(at.getTime() - TOLD_AGAIN_MS);
    return this.discoveries.hasEndedSo(tx, outletId, 'unanswered', since);
  }
}

const KNOWN: DiscoveryEnd = { outcome: 'known', reason: null };
