/** Refuses what people typed that has the number of a payment card in it. @throws Refusal `card_data_not_allowed`. */
export type TextScreen = (text: string, pointer: string) => void;
