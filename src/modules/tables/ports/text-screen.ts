/** Refuses a free text with the number of a payment card in it (GUARANTEES G9). @throws Refusal `card_data_not_allowed`. */
export type TextScreen = (text: string, pointer: string) => void;
