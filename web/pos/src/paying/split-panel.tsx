import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../../../design/kit.js';
import { useKeys } from '../selling/use-keys.js';
import { coinOf } from './book-facts.js';
import { leftOf } from './pay-session.js';
import type { Paying } from './paying.js';
import { PARTS_MAX, piecesOf, splitByAmount, splitEvenly, worthOf, type Piece } from './split.js';
import { useSpace } from './use-space.js';

const QUICK = [2, 3, 4, 5, 6];

/** Splits what is left: by a number typed or pressed, or by what a guest takes over. Each choice holds at once; it can be undone. */
export function SplitPanel({ paying }: { readonly paying: Paying }): JSX.Element {
  const { till } = paying;
  const choice = { typed: useSignal(''), chosen: useSignal<ReadonlySet<string>>(new Set()), at: useSignal(-1) };
  const pieces = piecesLeft(paying);
  const toggle = (piece: Piece | undefined): void => {
    if (piece === undefined) return;
    const { value: before } = choice.chosen;
    const without = [...before].filter((id) => id !== piece.id);
    choice.chosen.value = new Set(before.has(piece.id) ? without : [...before, piece.id]);
    splitByPieces(paying, pieces, choice.chosen.value);
  };
  useSplitKeys(paying, choice, pieces.length);
  useSpace(() => toggle(pieces[choice.at.value]));
  return (
    <div class="split-panel">
      <Evenly paying={paying} typed={choice.typed.value} />
      <p id="split-items">{till.t('pay.splitByItems')}</p>
      <div class="pieces" role="group" aria-labelledby="split-items">
        {pieces.map((piece, index) => (
          <Button
            key={piece.id}
            pressed={choice.chosen.value.has(piece.id)}
            current={index === choice.at.value}
            onPress={() => toggle(piece)}
          >
            {piece.name} <span class="amount">{till.money(piece.amount)}</span>
          </Button>
        ))}
      </div>
      <Button onPress={() => paying.split(null)}>{till.t('pay.oneBill')}</Button>
    </div>
  );
}

interface Choice {
  readonly typed: Signal<string>;
  readonly at: Signal<number>;
}

/** A number and Enter, or arrows and Space. */
function useSplitKeys(paying: Paying, { typed, at }: Choice, many: number): void {
  const move = (step: number): void => void (at.value = Math.min(many - 1, Math.max(0, at.value + step)));
  const confirm = (): void => {
    if (!paying.gate.passes()) return;
    if (typed.value !== '') evenly(paying, Number(typed.value));
    paying.state.splitting.value = false;
  };
  const amount = (key: string): void => {
    if (/^\d$/.test(key)) typed.value = String(Number(`${typed.value}${key}`)).slice(0, 2);
    if (key === 'Backspace') typed.value = typed.value.slice(0, -1);
  };
  useKeys(paying.till, { actions: { up: () => move(-1), down: () => move(1), confirm }, amount });
}

function Evenly({ paying, typed }: { readonly paying: Paying; readonly typed: string }): JSX.Element {
  const { till } = paying;
  return (
    <div>
      <p id="split-evenly">
        {till.t('pay.splitEvenly')} <strong aria-live="polite">{typed}</strong>
      </p>
      <div class="quick-split" role="group" aria-labelledby="split-evenly">
        {QUICK.map((parts) => (
          <Button
            key={parts}
            big
            onPress={() => {
              evenly(paying, parts);
              paying.state.splitting.value = false;
            }}
          >
            {parts}
          </Button>
        ))}
      </div>
    </div>
  );
}

function evenly(paying: Paying, parts: number): void {
  const { value: session } = paying.state.session;
  if (session === null || parts < 2 || parts > PARTS_MAX) return;
  paying.split(splitEvenly(leftOf(session), parts, coinOf(paying.till)?.stepMinor));
}

function splitByPieces(paying: Paying, pieces: readonly Piece[], chosen: ReadonlySet<string>): void {
  const { value: session } = paying.state.session;
  if (session === null) return;
  paying.split(splitByAmount(leftOf(session), worthOf(pieces, chosen, session.bill.currency)));
}

/** What nobody has paid for yet, as pieces that sum to what is left. */
function piecesLeft(paying: Paying): readonly Piece[] {
  const { sale, session } = paying.state;
  return sale.value === null || session.value === null ? [] : piecesOf(sale.value.order.lines, leftOf(session.value));
}
