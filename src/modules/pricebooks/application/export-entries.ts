import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { writeEntryRow, type EntryTexts } from '../domain/entry-row.js';
import type { PricebookId } from '../domain/pricebook.js';
import type { PricebookViews } from '../ports/pricebook-views.js';
import type { TenantPlaces } from '../ports/tenant-places.js';

const PAGE = 2_000;

/** Gives the entries of a version as rows of a file, which an import reads as the same entries again. */
export class ExportEntries {
  constructor(
    private readonly transactor: Transactor,
    private readonly views: PricebookViews,
    private readonly places: TenantPlaces,
  ) {}

  /**
   * Rows by SKU, a page at a time. The pages of a released version are one whole, for it never changes.
   * @throws Refusal `pricebook_not_found`, `pricebook_version_not_found`, with the first page.
   */
  async *execute(context: RequestContext, id: PricebookId, number: number): AsyncGenerator<EntryTexts[]> {
    const { currency } = await this.views.book(context, id);
    const digits = await this.transactor.read(context, (tx) => this.places.digits(tx));
    let after: string | undefined;
    do {
      const found = await this.views.entries(context, id, number, { limit: PAGE, after });
      const entries = found.slice(0, PAGE);
      yield entries.map((entry) => writeEntryRow(entry, { currency, digits }));
      after = found.length > PAGE ? entries.at(-1)?.sku : undefined;
    } while (after !== undefined);
  }
}
