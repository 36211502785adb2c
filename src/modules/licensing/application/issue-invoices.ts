import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { draftInvoice, linesOf } from '../domain/invoice.js';
import { PLATFORM } from '../domain/platform.js';
import { statusAt } from '../domain/subscription.js';
import { dayOf, monthAfter, monthOf, monthUsage, startOf } from '../domain/usage.js';
import type { InvoiceRepository } from '../ports/invoice-repository.js';
import type { UsageRepository } from '../ports/usage-repository.js';
import type { LicenceKeeper } from './licence-keeper.js';

/**
 * Adds up the month before, once, when it is over and all of it was counted. A trial costs nothing, and so does what a
 * subscription service bills by itself. The plan is charged that the business has now; months are not split.
 */
export class IssueInvoices {
  /** @param isSent whether there is a treasury that takes invoices. */
  constructor(
    private readonly transactor: Transactor,
    private readonly keeper: LicenceKeeper,
    private readonly usage: UsageRepository,
    private readonly invoices: InvoiceRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly isSent: boolean,
  ) {}

  /** @param context of the business. @returns whether there is a new invoice. */
  async execute(context: RequestContext): Promise<boolean> {
    const { tenantId: businessId, tenantSlug: businessSlug, at } = context;
    const month = monthOf(dayOf(at));
    const period = monthAfter(month, -1);
    const due = await this.transactor.read(context, async (tx) => {
      const licence = await this.keeper.current(tx, at);
      const { version, source, terms, since } = licence;
      if (version === 0 || source === 'remote' || since >= startOf(month)) return undefined;
      if (statusAt(licence, at) === 'trial') return undefined;
      return { terms, lines: linesOf(terms, monthUsage(await this.usage.between(tx, period, month))) };
    });
    if (due === undefined || due.lines.length === 0) return false;
    const vendor = { ...context, tenantId: PLATFORM.id, tenantSlug: PLATFORM.slug };
    return this.transactor.run(vendor, async (tx) => {
      if (await this.invoices.has(tx, businessId, period)) return false;
      const id = this.ids.next<'licence-invoice'>();
      const { state, events } = draftInvoice(
        { id, businessId, businessSlug, period },
        due.terms,
        due.lines,
        at,
        this.isSent,
      );
      if (!(await this.invoices.add(tx, state))) return false;
      this.outbox.append(tx, events);
      return true;
    });
  }
}
