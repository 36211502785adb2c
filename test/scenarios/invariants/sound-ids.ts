/** Ids by which tests name what they break. */
export const ID = {
  outlet: id(1),
  cashSale: id(11),
  cardSale: id(12),
  openOrder: id(13),
  refunded: id(14),
  cash: id(21),
  card: id(22),
  deposit: id(23),
  refundedCash: id(24),
  giftPayment: id(25),
  accountPayment: id(26),
  returned: id(27),
  refund: id(31),
  return: id(32),
  drawer: id(41),
  closedSession: id(42),
  openSession: id(43),
  giftCard: id(51),
  houseAccount: id(52),
  member: id(53),
  stray: id(61),
} as const;

export const DAY = '2026-11-20';
export const AT = `${DAY}T10:00:00Z`;

/** A well-formed id that is the same in every run. */
export function id(n: number): string {
  return `0197a3c2-7b1e-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
