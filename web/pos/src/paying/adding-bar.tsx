import type { JSX } from 'preact';
import { Bar, Button } from '../../../design/kit.js';
import type { Till } from '../till.js';
import { payingOf } from './paying.js';

/** Says on the selling screen that what is rung up goes to an order that exists. */
export function AddingBar({ till }: { readonly till: Till }): JSX.Element | null {
  const { adding } = payingOf(till);
  const { value: order } = adding.order;
  if (order === null) return null;
  const empty = till.basketEmpty.value;
  const end = empty ? (
    <Button onPress={() => adding.back()}>{till.t('pay.addNothing')}</Button>
  ) : (
    <Button onPress={() => adding.giveUp()}>{till.t('pay.addApart')}</Button>
  );
  return (
    <div role="status">
      <Bar icon="plus" end={end}>
        {till.t('pay.addingTo', { number: order.number ?? '' })}
      </Bar>
    </div>
  );
}
