import { decideEntry } from '../decide-entry.js';

export const syncDiscard = decideEntry('discard', 'It stays to be seen; what depends on it is refused.');
