/** Switches of a business beside its plan. They are handed to clients as they are; what is off is not shown there. */
export const FLAGS = [
  'customer_display',
  'digital_receipts',
  'kiosk_ordering',
  'table_service',
  'tips_prompt',
  'weighing',
] as const;
