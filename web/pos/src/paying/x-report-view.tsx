import type { JSX } from 'preact';
import type { XReport } from '../../../../sdk/src/contract/models.js';
import { Dialog } from '../../../design/kit.js';
import type { Till } from '../till.js';

/** How the drawer stands. What a blind count must not know is withheld by the service. */
export function XReportView({
  till,
  report,
  close,
}: {
  readonly till: Till;
  readonly report: XReport;
  readonly close: () => void;
}): JSX.Element {
  const { figures, withheld } = report;
  return (
    <Dialog title={till.t('drawer.x')} onClose={close} closeLabel={till.t('common.close')}>
      {withheld && <p class="muted">{till.t('drawer.withheld')}</p>}
      <dl class="pay-sums">
        <dt>{till.t('drawer.xOrders')}</dt>
        <dd>{figures.orders.count}</dd>
        <dt>{till.t('drawer.xSales')}</dt>
        <dd class="amount">{till.money(figures.sales.total)}</dd>
        <dt>{till.t('drawer.xRefunds')}</dt>
        <dd class="amount">{till.money(figures.refunds.amount)}</dd>
        {figures.tenders.map(({ tender, net }) => (
          <>
            <dt key={tender}>{tender}</dt>
            <dd class="amount">{till.money(net)}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  );
}
