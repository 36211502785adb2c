import type { components } from './types.js';

/** All shapes of the contract by the names that it gives them. */
export type Schemas = components['schemas'];

export type Money = Schemas['MoneyDto'];
export type Totals = Schemas['TotalsResponse'];

export type NewOrder = Schemas['PlaceOrderRequest'];
export type NewOrderLine = NonNullable<NewOrder['lines']>[number];
export type NewPayment = NonNullable<NewOrder['payments']>[number];
export type Order = Schemas['OrderResponse'];
export type OrderLine = Order['lines'][number];
export type OrderPayment = Order['payments'][number];
export type OrderSummary = Schemas['OrderSummaryResponse'];
export type Quote = Schemas['QuoteResponse'];
export type Refund = Schemas['RefundResponse'];
export type NewRefund = Schemas['RefundRequest'];
export type Receipt = Schemas['ReceiptResponse'];

export type Person = Schemas['StaffResponse'];
export type SignInPerson = Schemas['SignInPerson'];
export type Session = Schemas['SessionResponse'];
export type SignIn = Schemas['SignInRequest'];
export type SignedInSession = Schemas['SignedInResponse'];
export type Approval = Schemas['ApprovalResponse'];

export type Device = Schemas['DeviceResponse'];
export type DeviceConfiguration = Schemas['DeviceConfigurationResponse'];
export type Heartbeat = Schemas['DeviceHeartbeatRequest'];
export type HeartbeatAnswer = Schemas['DeviceHeartbeatResponse'];
export type DeviceCommand = Schemas['CommandForDevice'];

export type ListedTable = Schemas['ListedTableResponse'];

export type Drawer = Schemas['DrawerResponse'];
export type DrawerSession = Schemas['DrawerSessionResponse'];
export type DrawerEntry = Schemas['DrawerEntryResponse'];
export type XReport = Schemas['XReportResponse'];
export type Shift = Schemas['ShiftResponse'];

export type Item = Schemas['ItemResponse'];
export type Tender = Schemas['EffectiveTenderResponse'];
export type GiftCard = Schemas['GiftCardResponse'];

export type Problem = Schemas['Problem'];
