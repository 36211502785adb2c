/** A free text, as it may be kept. @throws Refusal `card_data_not_allowed` for one with the number of a payment card (GUARANTEES G9). */
export type TextScreen = (text: string, pointer: string) => string;
