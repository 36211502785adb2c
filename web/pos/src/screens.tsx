import type { JSX } from 'preact';
import { PayScreen } from './paying/pay-screen.js';
import { HeldScreen } from './selling/held-screen.js';
import { SellScreen } from './selling/sell-screen.js';
import type { Frame } from './shell/frame.js';
import { later } from './shell/later.js';
import type { Screen, ScreenProps } from './till.js';

type Shown = (props: ScreenProps & { readonly frame: Frame }) => JSX.Element;

/** What shows each screen. What a sale does not need comes when it is first wanted. */
export const SCREENS: Readonly<Record<Screen, Shown>> = {
  sell: SellScreen,
  held: HeldScreen,
  pay: PayScreen,
  refund: later<ScreenProps>(async () => (await import('./paying/refund-screen.js')).RefundScreen),
  receipts: later<ScreenProps & { readonly frame: Frame }>(
    async () => (await import('./paying/receipts-screen.js')).ReceiptsScreen,
  ),
  drawer: later<ScreenProps>(async () => (await import('./paying/drawer-screen.js')).DrawerScreen),
  queue: later<{ readonly frame: Frame }>(async () => (await import('./queue/queue-screen.js')).QueueScreen),
  settings: later<{ readonly frame: Frame }>(
    async () => (await import('./settings/settings-screen.js')).SettingsScreen,
  ),
};
