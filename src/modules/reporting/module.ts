import { ContainerModule } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { TRANSACTOR } from '../../platform/tokens.js';
import { reportProblems } from './adapters/http/report-problems.js';
import { ReportsController } from './adapters/http/reports.controller.js';
import { PostgresSalesViews } from './adapters/postgres/sales-views.js';
import { ReportSales } from './application/report-sales.js';

/** Wires the reports. */
export const reporting = new ContainerModule(({ bind }) => {
  bind(PostgresSalesViews)
    .toResolvedValue((transactor) => new PostgresSalesViews(transactor), [TRANSACTOR])
    .inSingletonScope();
  bind(ReportSales).toResolvedValue((views) => new ReportSales(views), [PostgresSalesViews]);
  bind(ReportsController).toResolvedValue((reportSales) => new ReportsController(reportSales), [ReportSales]);
  bind(PROBLEMS).toConstantValue(reportProblems);
});
