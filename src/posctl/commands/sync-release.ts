import { decideEntry } from '../decide-entry.js';

export const syncRelease = decideEntry('release', 'It is then tried as if nothing were wrong with it.');
