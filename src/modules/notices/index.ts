export type { NoticeChanged, NoticeEvent, NoticeEvents, NoticeSnapshot } from './domain/notice-events.js';
export type { Notice, NoticeId, NoticeParams, NoticeRefusal, Severity } from './domain/notice.js';
