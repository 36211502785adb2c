export { ReportSales, type ReportRefusal, type ReportSalesCommand } from './application/report-sales.js';
export type { Grouping } from './domain/grouping.js';
export type { SalesFigures, SalesReport, SalesRow } from './domain/sales-report.js';
