import type { Money } from '../kernel/money.js';
import { moneyText } from './money-text.js';

/** A drawer session as the service shows it. */
export interface ShownSession {
  readonly id: string;
  readonly outletId: string;
  readonly drawerId: string;
  readonly number: number;
  readonly status: string;
  readonly businessDate: string;
  readonly expected?: Money | null;
  readonly counted?: Money | null;
  readonly variance?: Money | null;
  readonly keptFloat?: Money | null;
  readonly varianceState: string;
}

/** What people want to know of a session that was just opened or closed. */
export function sessionLines(session: ShownSession): string[] {
  const amounts = [
    ['Expected', session.expected],
    ['Counted', session.counted],
    ['Variance', session.variance],
    ['Stays as float', session.keptFloat],
  ] as const;
  const pending = session.varianceState === 'pending';
  return [
    `Session ${session.number} of drawer ${session.drawerId} is ${session.status}, business day ${session.businessDate}.`,
    ...amounts.flatMap(([title, money]) => (money == null ? [] : [`${title} ${moneyText(money)}`])),
    ...(pending
      ? ['The variance waits for somebody who has not counted: posctl drawers sessions --variance pending']
      : []),
    session.id,
  ];
}
