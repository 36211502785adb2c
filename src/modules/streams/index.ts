/** The front door of streams: nothing is asked of it. Modules offer topics by binding STREAM_TOPIC (platform/sse/tokens.ts). */
export type { Topic } from './domain/subscription.js';
