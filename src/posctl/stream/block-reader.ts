/** What one block of an event stream says. A block without `data` tells only where the stream stands. */
export interface StreamBlock {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  /** How long to wait before connecting again. */
  readonly retryMs?: number;
}

/** Reads server-sent events (WHATWG HTML) from text that comes in pieces of any size. */
export class BlockReader {
  private rest = '';
  private lines: string[] = [];

  /** The blocks that this piece ends. What is left of an unfinished one waits for the next. */
  push(text: string): StreamBlock[] {
    const parts = (this.rest + text).split('\n');
    this.rest = parts.pop() ?? '';
    const blocks: StreamBlock[] = [];
    for (const part of parts) {
      const line = part.endsWith('\r') ? part.slice(0, -1) : part;
      if (line !== '') {
        this.lines.push(line);
        continue;
      }
      if (this.lines.length > 0) blocks.push(blockOf(this.lines));
      this.lines = [];
    }
    return blocks;
  }
}

function blockOf(lines: readonly string[]): StreamBlock {
  const fields = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name !== '') fields.set(name, [...(fields.get(name) ?? []), value]); // a nameless one is a comment
  }
  const last = (name: string): string | undefined => fields.get(name)?.at(-1);
  const [id, event, retry] = [last('id'), last('event'), last('retry')];
  const data = fields.get('data')?.join('\n');
  return {
    ...(id === undefined ? {} : { id }),
    ...(event === undefined ? {} : { event }),
    ...(data === undefined ? {} : { data }),
    ...(retry !== undefined && /^\d{1,9}$/.test(retry) ? { retryMs: Number(retry) } : {}),
  };
}
