import type { Decimal } from '../../../../kernel/decimal.js';
import type { TenantId } from '../../../../kernel/ids.js';
import { fromBigInt, money } from '../../../../kernel/money.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { SalesFigures } from '../../domain/sales-figures.js';
import type { SalesFacts, SalesQuestion } from '../../domain/sales-report.js';
import type { SalesViews } from '../../ports/sales-views.js';
import { salesByLine } from './sales-by-line.js';
import { salesByOrder } from './sales-by-order.js';
import { salesByTender } from './sales-by-tender.js';
import type { SalesQuery, SalesQueryRow } from './sales-query.js';

/** Reads sales out of the tables of orders, their lines, payments and refunds: one statement a report. */
export class PostgresSalesViews implements SalesViews {
  constructor(private readonly transactor: Transactor) {}

  async sales(context: { readonly tenantId: TenantId }, question: SalesQuestion): Promise<SalesFacts> {
    const { rows } = await this.transactor.read(context, (tx) =>
      queryFor(question).execute(transactionOf<unknown>(tx)),
    );
    return toFacts(rows);
  }
}

function queryFor(question: SalesQuestion): SalesQuery {
  const { groupBy } = question;
  if (groupBy === 'tender') return salesByTender(question);
  if (groupBy === 'item' || groupBy === 'category') return salesByLine(question, groupBy);
  return salesByOrder(question, groupBy);
}

function toFacts(rows: readonly SalesQueryRow[]): SalesFacts {
  const ofKind = (kind: SalesQueryRow['kind']): SalesQueryRow[] => rows.filter((row) => row.kind === kind);
  const scope = ofKind('scope')[0];
  if (scope === undefined) throw new Error('a sales query answered without its scope');
  return {
    rows: ofKind('row').map((row) => ({ key: row.key ?? '', name: row.name, ...toFigures(row) })),
    mixed: ofKind('mixed').map((row) => ({ tenders: row.tenders ?? {}, ...toFigures(row) })),
    orders: new Map(ofKind('sold').map(({ currency, orders }) => [currency, orders])),
    currency: scope.currency,
    outlets: scope.orders,
  };
}

function toFigures({ currency, orders, quantity, discount, tax, net, refunds }: SalesQueryRow): SalesFigures {
  return {
    orders,
    quantity: BigInt(quantity) as Decimal,
    gross: fromBigInt(BigInt(net) + BigInt(tax) + BigInt(discount), currency),
    discount: money(discount, currency),
    tax: money(tax, currency),
    net: money(net, currency),
    refunds: money(refunds, currency),
  };
}
