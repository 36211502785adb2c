import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, List, ListRow } from '../../../design/kit.js';
import { FailedPrints } from '../printing/failed-prints.js';
import { useKeys } from '../selling/use-keys.js';
import type { Frame } from '../shell/frame.js';
import type { ScreenProps, Till } from '../till.js';
import { saleShelf, type KeptSale } from './kept-sales.js';
import { OpenOrders } from './open-orders.js';
import { isRefundable } from './refund-draft.js';
import { refundingOf } from './refunding.js';
import './paying.css';

const SHOWN = 50;

/** The last receipts of this device, to print again; F10 Enter prints the last. And the orders of the outlet that are not settled. */
export function ReceiptsScreen({ till, frame }: ScreenProps & { readonly frame: Frame }): JSX.Element {
  const sales = useSignal<readonly KeptSale[] | null>(null);
  const at = useSignal(0);
  useEffect(() => void load(till, sales), [till]);
  const many = sales.value?.length ?? 0;
  const move = (step: number): void => void (at.value = Math.max(0, Math.min(many - 1, at.value + step)));
  const again = (): boolean => {
    const sale = sales.value?.[at.value];
    if (sale !== undefined) printAgain(till, sale);
    return sale !== undefined;
  };
  useKeys(till, { actions: { up: () => move(-1), down: () => move(1), confirm: again, back: () => till.go('sell') } });
  return (
    <main class="receipts-screen">
      <h1>{till.t('receipts.title')}</h1>
      <FailedPrints frame={frame} />
      {many === 0 && <p role="status">{till.t(sales.value === null ? 'receipts.loading' : 'receipts.none')}</p>}
      <List label={till.t('receipts.title')}>
        {(sales.value ?? []).map((sale, index) => (
          <Row key={sale.order.id} till={till} sale={sale} current={index === at.value} />
        ))}
      </List>
      <OpenOrders till={till} />
    </main>
  );
}

function Row({
  till,
  sale,
  current,
}: {
  readonly till: Till;
  readonly sale: KeptSale;
  readonly current: boolean;
}): JSX.Element {
  const { order, receipt, receiptNumber } = sale;
  const refund = (): void => {
    refundingOf(till).open(order);
    till.go('refund');
  };
  const actions = (
    <span class="row-actions">
      <Button icon="printer" current={current} onPress={() => printAgain(till, sale)}>
        {till.t('receipts.again')}
      </Button>
      <Button
        icon="refund"
        blocked={isRefundable(order) ? undefined : till.t('refund.nothingLeftShort')}
        onPress={refund}
      >
        {till.t('receipts.refund')}
      </Button>
    </span>
  );
  return (
    <ListRow end={actions}>
      <strong>{receiptNumber ?? order.number}</strong> <span class="amount">{till.money(order.totals.total)}</span>
      <br />
      <span class="muted">{receipt.localTime}</span>
    </ListRow>
  );
}

async function load(till: Till, sales: Signal<readonly KeptSale[] | null>): Promise<void> {
  sales.value = await (await saleShelf(till)).newest(SHOWN);
}

/** Copies say COPY (UX.md §9). */
function printAgain(till: Till, { receipt }: KeptSale): void {
  const marks = receipt.marks.includes('COPY') ? receipt.marks : [...receipt.marks, 'COPY' as const];
  till.print({ ...receipt, marks });
}
