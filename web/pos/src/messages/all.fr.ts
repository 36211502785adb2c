import { fr } from './fr.js';
import { paying } from './paying.fr.js';
import { printing } from './printing.fr.js';
import { selling } from './selling.fr.js';
import { tables } from './tables.fr.js';
import type { Messages } from './message.js';

/** All texts of the till in one language. */
export const messages: Messages = { ...fr, ...selling, ...paying, ...printing, ...tables };
