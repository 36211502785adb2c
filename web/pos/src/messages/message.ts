import { en } from './en.js';
import { paying } from './paying.en.js';
import { printing } from './printing.en.js';
import { selling } from './selling.en.js';
import { tables } from './tables.en.js';

/** A text with `{name}` for what is put in, or one for a single thing and one for all other numbers of `{n}`. */
export type Message = string | { readonly one: string; readonly other: string };

/** All texts of the till in English: the keys that every language has. */
export const english = { ...en, ...selling, ...paying, ...printing, ...tables } as const;
export type MessageKey = keyof typeof english;
export type Messages = Readonly<Record<MessageKey, Message>>;
