import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { newId } from '../../../../sdk/src/encoding/new-id.js';
import { minorDigitsOf } from '../../../../sdk/src/money.js';
import { Button, Field, List, ListRow, Segmented } from '../../../design/kit.js';
import { t } from '../messages/translate.js';
import { readAmount, readPercent } from './amounts.js';
import type { BasketDiscount } from './basket.js';
import { discountTaken, type DiscountValue } from './discount-value.js';
import { ReasonField } from './reason-field.js';
import { standFor } from './rights.js';
import type { Selling } from './selling.js';
import { Sheet } from './sheet.js';

const KINDS = ['percent', 'amount', 'comp'] as const;
type Kind = (typeof KINDS)[number];
const RATES = ['5', '10', '15', '20', '50'];

/** Takes something off a row or the whole sale, with a reason; and shows what was taken off, to put it back. */
export function DiscountSheet({
  selling,
  lineId,
}: {
  readonly selling: Selling;
  readonly lineId: string | null;
}): JSX.Element {
  const { basket } = selling;
  const line = basket.value.lines.find(({ id }) => id === lineId);
  const onLine = useSignal(line !== undefined);
  const kind = useSignal<Kind>('percent');
  const typed = useSignal('');
  const reason = useSignal('');
  const value = valueOf(selling, kind.value, typed.value);
  const give = (): Promise<void> => {
    const target = onLine.value && line !== undefined ? line.id : null;
    return value === undefined ? Promise.resolve() : giveDiscount(selling, target, value, reason.value.trim());
  };
  const blocked =
    value === undefined ? t('sell.discountValue') : reason.value.trim() === '' ? t('sell.discountReason') : undefined;
  const targets = [{ value: 'order' as const, text: t('sell.wholeSale') }];
  return (
    <Sheet selling={selling} title={t('sell.discount')} confirm={{ label: t('sell.takeOff'), run: give, blocked }}>
      <Given selling={selling} />
      {line !== undefined && (
        <Segmented
          label={t('sell.discountOn')}
          options={[{ value: 'line' as const, text: line.name }, ...targets]}
          value={onLine.value ? 'line' : 'order'}
          onValue={(chosen) => (onLine.value = chosen === 'line')}
        />
      )}
      <HowMuch kind={kind} typed={typed} />
      <ReasonField selling={selling} act={kind.value === 'comp' ? 'comp' : 'discount'} reason={reason} />
    </Sheet>
  );
}

interface HowMuchProps {
  readonly kind: Signal<Kind>;
  readonly typed: Signal<string>;
}

function HowMuch({ kind, typed }: HowMuchProps): JSX.Element {
  return (
    <>
      <Segmented
        label={t('sell.discountKind')}
        options={KINDS.map((one) => ({ value: one, text: t(`sell.discount.${one}`) }))}
        value={kind.value}
        onValue={(chosen) => (kind.value = chosen)}
      />
      {kind.value === 'percent' && (
        <div class="sell-choices">
          {RATES.map((rate) => (
            <Button key={rate} pressed={typed.value === rate} onPress={() => (typed.value = rate)}>
              {rate} %
            </Button>
          ))}
        </div>
      )}
      {kind.value !== 'comp' && (
        <Field
          label={kind.value === 'percent' ? t('sell.percent') : t('sell.amountOff')}
          value={typed.value}
          inputMode="decimal"
          autoFocus
          onValue={(text) => (typed.value = text)}
        />
      )}
    </>
  );
}

function valueOf({ till }: Selling, kind: Kind, typed: string): DiscountValue | undefined {
  if (kind === 'comp') return { percent: null, amount: null, comp: true };
  if (kind === 'percent') {
    const percent = readPercent(typed);
    return percent === undefined ? undefined : { percent, amount: null, comp: false };
  }
  const book = till.book.value;
  const currency = book?.outlet.currency ?? '';
  const amount = readAmount(typed, currency, minorDigitsOf(currency, book?.business.minorDigits) ?? 0);
  return amount === undefined || amount.amount === 0 ? undefined : { percent: null, amount, comp: false };
}

async function giveDiscount(
  selling: Selling,
  lineId: string | null,
  value: DiscountValue,
  reason: string,
): Promise<void> {
  const { till, basket, pricing } = selling;
  await pricing.settled();
  const taken = discountTaken(pricing.priced.value?.order ?? null, lineId, value);
  const act = value.comp ? 'comp' : 'discount';
  const what = till.t('sell.discountFor', { value: discountText(selling, value) });
  const standing = await standFor(till, act, { what, amount: taken, reason, targetId: basket.value.id });
  if (standing === undefined) return;
  selling.stoodBy(standing.approver);
  const discount: BasketDiscount = { id: newId(), lineId, ...value, reason };
  if (selling.change((now) => ({ ...now, discounts: [...now.discounts, discount] }))) selling.sheet.value = null;
}

function discountText({ till }: Selling, { percent, amount }: DiscountValue): string {
  if (percent !== null) return `${percent} %`;
  return amount === null ? till.t('sell.discount.comp') : till.money(amount);
}

/** What was taken off already. */
function Given({ selling }: { readonly selling: Selling }): JSX.Element | null {
  const { till, basket } = selling;
  const { discounts, lines } = basket.value;
  if (discounts.length === 0) return null;
  const nameOf = (id: string | null): string => lines.find((line) => line.id === id)?.name ?? till.t('sell.wholeSale');
  const drop = (id: string): void => {
    selling.change((now) => ({ ...now, discounts: now.discounts.filter((one) => one.id !== id) }));
  };
  return (
    <List label={till.t('sell.given')}>
      {discounts.map((one) => (
        <ListRow key={one.id} end={<Button onPress={() => drop(one.id)}>{till.t('sell.putBack')}</Button>}>
          <strong>{discountText(selling, one)}</strong> {nameOf(one.lineId)} <span class="muted">{one.reason}</span>
        </ListRow>
      ))}
    </List>
  );
}
