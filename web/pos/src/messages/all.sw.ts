import { sw } from './sw.js';
import { paying } from './paying.sw.js';
import { printing } from './printing.sw.js';
import { selling } from './selling.sw.js';
import { tables } from './tables.sw.js';
import type { Messages } from './message.js';

/** All texts of the till in one language. */
export const messages: Messages = { ...sw, ...selling, ...paying, ...printing, ...tables };
