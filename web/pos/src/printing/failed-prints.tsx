import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button, List, ListRow } from '../../../design/kit.js';
import { loadPrintDesk } from '../boot/printing.js';
import { t } from '../messages/translate.js';
import type { Frame } from '../shell/frame.js';
import type { FailedPrint, PrintDesk } from './print-desk.js';

/** What did not come out of the printer, to be printed again; nothing where everything did. */
export function FailedPrints({ frame }: { readonly frame: Frame }): JSX.Element | null {
  const desk = useSignal<PrintDesk | null>(null);
  useEffect(() => void loadPrintDesk(frame).then((one) => (desk.value = one)), [frame]);
  const failed = desk.value?.failed.value ?? [];
  if (desk.value === null || failed.length === 0) return null;
  const { value: at } = desk;
  return (
    <section aria-label={t('print.failedTitle')}>
      <h2>{t('print.failedTitle')}</h2>
      <List label={t('print.failedTitle')}>
        {failed.map((one) => (
          <FailedRow
            key={one.id}
            {...{ one, again: () => void at.again(one.id), forget: () => void at.forget(one.id) }}
          />
        ))}
      </List>
    </section>
  );
}

interface FailedRowProps {
  readonly one: FailedPrint;
  readonly again: () => void;
  readonly forget: () => void;
}

function FailedRow({ one, again, forget }: FailedRowProps): JSX.Element {
  const { receipt, trouble } = one;
  const buttons = (
    <>
      <Button onPress={again}>{t('print.again')}</Button>
      <Button onPress={forget}>{t('print.forget')}</Button>
    </>
  );
  return (
    <ListRow end={buttons}>
      <strong>{receipt.receiptNumber ?? receipt.number}</strong> <span class="muted">{receipt.localTime}</span>
      <br />
      <span class="muted">{t(`print.why.${trouble}`)}</span>
    </ListRow>
  );
}
