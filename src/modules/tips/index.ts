export type { TipEvent, TipEvents } from './domain/tip-events.js';
