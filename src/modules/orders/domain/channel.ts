/** The ways in which an order reaches the house (API.md "The sale"). */
export const CHANNELS = [
  'counter',
  'dine_in',
  'bar_tab',
  'takeaway',
  'delivery',
  'pickup',
  'drive_thru',
  'kiosk',
  'ecommerce',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** True for a channel of the API. */
export function isChannel(text: string): text is Channel {
  return (CHANNELS as readonly string[]).includes(text);
}
