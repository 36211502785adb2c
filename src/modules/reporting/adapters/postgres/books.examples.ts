import { createTestDatabase } from '../../../../../test/harness/test-database.js';
import { Client } from 'pg';
import type { Principal, RequestContext } from '../../../../kernel/context.js';
import { formatDecimal } from '../../../../kernel/decimal.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import { createPool } from '../../../../platform/postgres/pool.js';
import { PostgresTransactor } from '../../../../platform/postgres/transactor.js';
import { ReportSales, type ReportSalesCommand } from '../../application/report-sales.js';
import type { SalesFigures } from '../../domain/sales-figures.js';
import type { SalesReport } from '../../domain/sales-report.js';
import {
  nextId,
  writeRefund,
  writeSale,
  writeTenant,
  type ExampleOutlet,
  type ExampleRefund,
  type ExampleSale,
  type WrittenSale,
} from './sale-rows.examples.js';
import { PostgresSalesViews } from './sales-views.js';

/** A business of its own, so that no test sees another's sales. */
export interface ExampleBusiness {
  sell(sale: Partial<ExampleSale> & Pick<ExampleSale, 'at' | 'lines'>): Promise<WrittenSale>;
  refund(refund: ExampleRefund): Promise<void>;
  /** Reports 2026 by day, unless the command says otherwise; `only` are the outlets that the caller may act for. */
  report(command: Partial<ReportSalesCommand>, only?: readonly string[]): Promise<SalesReport>;
}

/** Books in a database of their own. */
export interface ExampleBooks {
  business(currency: string, ...outlets: readonly [ExampleOutlet, ...ExampleOutlet[]]): Promise<ExampleBusiness>;
  close(): Promise<void>;
}

/** Opens empty books, over which the reports are real. */
export async function openBooks(): Promise<ExampleBooks> {
  const database = await createTestDatabase();
  const url = database.appUrl;
  const client = new Client({ connectionString: url });
  await client.connect();
  const limits = { max: 2, connectTimeoutMs: 30_000, statementTimeoutMs: 30_000, applicationName: 'test' };
  const pool = createPool({ url, ...limits, onIdleError: (error) => client.emit('error', error) });
  const observer = { retried: () => undefined, replayed: () => undefined };
  const reportSales = new ReportSales(new PostgresSalesViews(new PostgresTransactor(pool, observer)));
  const year = { groupBy: 'day', from: '2026-01-01', to: '2027-01-01', outletId: undefined } as const;
  return {
    business: async (currency, ...outlets) => {
      const tenantId = nextId();
      await writeTenant(client, tenantId, currency, outlets);
      return {
        sell: (sale) => writeSale(client, tenantId, { outlet: outlets[0], ...sale }),
        refund: (refund) => writeRefund(client, tenantId, refund),
        report: (command, only) => reportSales.execute(contextOf(tenantId, only), { ...year, ...command }),
      };
    },
    close: async () => {
      await client.end();
      await pool.end();
      await database.drop();
    },
  };
}

/** An outlet; its day is cut at four in the morning unless told. */
export function outlet(name: string, currency: string, timeZone: string, dayCutMinutes = 240): ExampleOutlet {
  return { id: nextId(), name, currency, timeZone, dayCutMinutes };
}

/** Figures in a line, in minor units. */
export function short({ orders, quantity, gross, discount, tax, net, refunds }: SalesFigures): string {
  const sold = `${gross.amount} - ${discount.amount} = ${net.amount} + ${tax.amount} ${net.currency}`;
  return `${orders} orders, ${formatDecimal(quantity)} pieces: ${sold}, ${refunds.amount} back`;
}

/** One figure of each row, by its key. */
export function column<Figure>(
  report: SalesReport,
  figure: (row: SalesReport['rows'][number]) => Figure,
): Record<string, Figure> {
  return Object.fromEntries(report.rows.map((row) => [row.key, figure(row)]));
}

function contextOf(tenantId: string, only?: readonly string[]): RequestContext {
  const outlets = only === undefined ? {} : { outlets: new Set(only as OutletId[]) };
  const principal: Principal = { kind: 'user', id: 'ann', permissions: new Set(), test: false, ...outlets };
  return { tenantId: tenantId as TenantId, tenantSlug: 't', principal, requestId: 'r', at: new Date() };
}
