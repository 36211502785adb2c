import { decideEntry } from '../decide-entry.js';

export const syncRetry = decideEntry('retry', 'It is tried at once, although entries before it may be missing.');
