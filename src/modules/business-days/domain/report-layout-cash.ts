import type { CashFigures, MovementFigure } from './day-figures.js';
import { amountRow, named, type LayoutRow, type LayoutSection, type Writer } from './report-rows.js';

/** What moved in drawers and the safe. */
export function cashSection({ movements }: CashFigures, write: Writer): LayoutSection {
  return { title: 'Cash movements', rows: movements.flatMap((movement) => movementRows(movement, write)) };
}

/** One section for each drawer session. */
export function sessionSections({ sessions }: CashFigures, write: Writer): LayoutSection[] {
  return sessions.map((session) => {
    const { number, cashierId, status, float, expected, counted, variance, varianceState } = session;
    const rows: LayoutRow[] = [
      { label: `Cashier ${cashierId}`, count: null, value: status, total: false },
      amountRow('Float', write(float)),
      ...(expected === null ? [] : [amountRow('Expected', write(expected))]),
      ...(counted === null ? [] : [amountRow('Counted', write(counted))]),
      ...(variance === null ? [] : [amountRow('Variance', write(variance))]),
      ...(varianceState === 'none' ? [] : [{ label: 'Variance is', count: null, value: varianceState, total: false }]),
    ];
    return { title: `Drawer session ${number}`, rows };
  });
}

function movementRows({ kind, category, late, count, ...amounts }: MovementFigure, write: Writer): LayoutRow[] {
  const name = `${named(kind)}${category === null ? '' : ` (${category})`}${late ? ', late' : ''}`;
  const ways = [
    ['into drawers', amounts.in],
    ['out of drawers', amounts.out],
    ['into the safe', amounts.safeIn],
    ['out of the safe', amounts.safeOut],
  ] as const;
  const moved = ways.filter(([, { amount }]) => amount !== 0);
  return moved.map(([way, amount], index) => amountRow(`${name}, ${way}`, write(amount), index === 0 ? count : null));
}
