/** The text of an event stream (WHATWG HTML, "server-sent events"): blocks of lines, each ended by an empty line. */

/** What a client waits before it comes back, in milliseconds. */
export function retryBlock(ms: number): string {
  return `retry: ${ms}\n\n`;
}

/** Where the client stands, though there is nothing to tell: it remembers the id and is handed no event. */
export function idBlock(position: number): string {
  return `id: ${position}\n\n`;
}

/** The same with a comment, which shows every proxy on the way that the stream lives. */
export function heartbeatBlock(position: number): string {
  return `: heartbeat\nid: ${position}\n\n`;
}

/** An event. `data` is JSON: line breaks between its members, which would end the line here, become spaces. */
export function eventBlock(position: number, type: string, data: string): string {
  return `id: ${position}\nevent: ${type}\ndata: ${/[\r\n]/.test(data) ? data.replaceAll(/[\r\n]+/g, ' ') : data}\n\n`;
}
