import type { Selectable } from 'kysely';
import type { CashRounding } from '../../domain/pricing/cash-rounding.js';
import type { DiscountCategory } from '../../domain/manual-discount.js';
import type { SoldGiftCard } from '../../domain/order-line.js';
import type { OrderStatus, PaymentLedger, PaymentStatus, TaxExemption } from '../../domain/order-state.js';
import type { TaxMode } from '../../domain/pricing/tax-group.js';

/** Taxes as JSON keeps them: rates as decimal strings, amounts in minor units of the order's currency. */
export interface TaxJson {
  code: string;
  name: string;
  rate: string;
  base: number;
  amount: number;
  mode?: TaxMode;
}

export interface TaxGroupJson {
  code: string;
  mode: TaxMode;
  taxes: { code: string; name: string; rate: string; compound: boolean }[];
}

export interface SettingsJson {
  taxRounding: 'receipt' | 'line';
  taxExempt: boolean;
  cashRounding: CashRounding | null;
  engineVersion: string;
  serviceChargeWaived?: boolean;
}

/** Amounts of what follows are in minor units of the order's currency, decimals are strings. */
export interface ModifierJson {
  id: string;
  group: string;
  name: string;
  quantity: number;
  price: number;
}

export interface ComboJson {
  id: string;
  sku: string;
  name: string;
  quantity: string;
}

export interface ApplicationJson {
  source: 'promotion' | 'manual';
  id: string;
  version: number | null;
  name: string;
  code: string | null;
  level: 'line' | 'order';
  amount: number;
}

export interface DiscountJson {
  id: string;
  lineId: string | null;
  percent?: string;
  amount?: number;
  category: DiscountCategory;
  reason: string;
  givenBy: string;
  givenAt: string;
}

export interface OrdersTable {
  tenant_id: string;
  id: string;
  outlet_id: string;
  number: string;
  status: OrderStatus;
  channel: string;
  currency: string;
  customer_id: string | null;
  table_id: string | null;
  cashier_id: string;
  note: string | null;
  placed_at: Date;
  recorded_at: Date;
  completed_at: Date | null;
  business_date: string;
  local_hour: number;
  void_reason: string | null;
  subtotal: number;
  discount: number;
  service_charge: number;
  tax: number;
  tip: number;
  rounding: number;
  total: number;
  paid: number;
  change_given: number;
  due: number;
  taxes: TaxJson[];
  settings: SettingsJson;
  event_sequence: number;
  version: number;
  pricing: object | null;
  pricing_hash: string | null;
  outcome_hash: string | null;
  tax_exemption: TaxExemption | null;
  promo_codes: string[];
  discounts: DiscountJson[];
  counted_promotions: string[];
  booked_on: string | null;
  late: boolean;
  drawer_session_id: string | null;
  surcharge: number;
  voided_at: Date | null;
  voided_by: string | null;
  created_key: string | null;
  created_fingerprint: string | null;
  receipt_number: string | null;
  device_id: string | null;
}

export interface OrderLinesTable {
  tenant_id: string;
  order_id: string;
  id: string;
  line_number: number;
  item_id: string | null;
  sku: string;
  name: string;
  category: string;
  unit: string;
  quantity: string;
  unit_price: number;
  gross: number;
  discount: number;
  tax: number;
  net: number;
  total: number;
  taxes: TaxJson[];
  tax_group: TaxGroupJson;
  modifiers: ModifierJson[];
  combo: ComboJson | null;
  applications: ApplicationJson[];
  service_charge: number;
  gift_card: SoldGiftCard | null;
  added_at: Date | null;
  note: string | null;
  refunded_quantity: string;
  refunded_amount: number;
  refunded_tax: number;
  fired_quantity: string;
  fired_at: Date | null;
}

export interface PaymentsTable {
  tenant_id: string;
  id: string;
  order_id: string;
  payment_number: number;
  tender: string;
  status: PaymentStatus;
  amount: number;
  refunded: number;
  reference: string | null;
  ledger: PaymentLedger | null;
  received_at: Date;
  change_given: number | null;
  surcharge: number;
  drawer_session_id: string | null;
  booked_on: string | null;
  provider: string | null;
  failure: string | null;
  taken_by: string | null;
  returned_at: Date | null;
}

export interface RefundsTable {
  tenant_id: string;
  id: string;
  order_id: string;
  outlet_id: string;
  amount: number;
  tax: number;
  rounding: number;
  reason: string;
  lines: { lineId: string; quantity: string; amount: number; tax: number }[];
  payments: { paymentId: string; tender: string; amount: number }[];
  refunded_by: string;
  refunded_at: Date;
  business_date: string;
  local_hour: number;
  booked_on: string | null;
  late: boolean;
  drawer_session_id: string | null;
  approved_by: string | null;
}

export interface PaymentReturnsTable {
  tenant_id: string;
  id: string;
  payment_id: string;
  order_id: string;
  outlet_id: string;
  tender: string;
  amount: number;
  reason: string;
  returned_by: string;
  approved_by: string | null;
  returned_at: Date;
  business_date: string;
  late: boolean;
  drawer_session_id: string | null;
}

/** The tables of this module, for the query builder. */
export interface OrderTables {
  pos_orders: OrdersTable;
  pos_order_lines: OrderLinesTable;
  pos_payments: PaymentsTable;
  pos_refunds: RefundsTable;
  pos_payment_returns: PaymentReturnsTable;
}

export type OrderRow = Selectable<OrdersTable>;
export type LineRow = Selectable<OrderLinesTable>;
export type PaymentRow = Selectable<PaymentsTable>;
export type RefundRow = Selectable<RefundsTable>;
export type PaymentReturnRow = Selectable<PaymentReturnsTable>;
