export { ReportSales, type ReportRefusal, type ReportSalesCommand } from './application/report-sales.js';
export type { Grouping } from './domain/grouping.js';
export type { SalesFigures, SalesRow } from './domain/sales-figures.js';
export type { SalesReport } from './domain/sales-report.js';
