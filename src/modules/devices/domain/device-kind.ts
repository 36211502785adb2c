/** Kinds of devices that can be linked. */
export const DEVICE_KINDS = ['till', 'tablet', 'kiosk', 'kitchen_display', 'customer_screen', 'hub'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What the receipt numbers of a kind begin with; screens that print nothing have none. */
const SERIES_LETTERS: Readonly<Record<DeviceKind, string | null>> = {
  till: 'T',
  tablet: 'M',
  kiosk: 'K',
  hub: 'H',
  kitchen_display: null,
  customer_screen: null,
};

/** The letter of a kind's receipt series; `null`: it prints no receipts. */
export function seriesLetterOf(kind: DeviceKind): string | null {
  return SERIES_LETTERS[kind];
}
