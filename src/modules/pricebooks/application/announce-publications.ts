import type { RequestContext } from '../../../kernel/context.js';
import { announce } from '../domain/version-release.js';
import type { DuePublication, DuePublications } from '../ports/due-publications.js';
import { settle, type CommandMeans } from './pricebook-commands.js';

/**
 * Tells of scheduled versions that came into force. They do so by themselves: whoever asks for a price looks at the time. So
 * nothing is late but the event.
 */
export class AnnouncePublications {
  constructor(
    private readonly means: CommandMeans,
    private readonly due: DuePublications,
    private readonly now: () => Date,
  ) {}

  /**
   * Tells of all that are due, each in its own transaction.
   * @returns how many. @throws AggregateError of those that could not be told; they are tried again in the next round.
   */
  async execute(): Promise<number> {
    let told = 0;
    const failures: unknown[] = [];
    for (const publication of await this.due.list()) {
      try {
        if (await this.tell(publication)) told += 1;
      } catch (error) {
        failures.push(error); // one tenant's trouble keeps no other waiting
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'publications could not be told');
    return told;
  }

  private tell({ tenantId, tenantSlug, pricebookId, number }: DuePublication): Promise<boolean> {
    const { transactor, books, entries } = this.means;
    const principal = { kind: 'system', id: 'pricebooks', permissions: new Set<string>(), test: false } as const;
    const requestId = `pricebook ${pricebookId} version ${number}`;
    const context: RequestContext = { tenantId, tenantSlug, principal, requestId, at: this.now() };
    return transactor.run(context, async (tx) => {
      const { book, at } = await books.hold(tx, pricebookId, context.at);
      const version = await books.version(tx, pricebookId, number, at);
      if (version.status !== 'published' && version.status !== 'retired') return false;
      if (!(await books.markAnnounced(tx, version.id, at))) return false;
      const before = await books.before(tx, pricebookId, version, at);
      const changes = await entries.changes(tx, before?.id ?? null, version.id, book.currency);
      await settle(this.means, tx, announce(book, version, before, at, changes));
      return true;
    });
  }
}
