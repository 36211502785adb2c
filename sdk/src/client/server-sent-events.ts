/** One block of a stream, as the HTML standard has it. */
export interface ServerSentEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string | undefined;
  readonly retryMs: number | undefined;
}

/** No block of the service is longer, in characters. */
const BLOCK_MAX = 4_000_000;

/**
 * Reads the blocks of a stream until it ends. @param onLife called for whatever arrives, comments too.
 * @throws RangeError for a block without end.
 */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onLife: () => void,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onLife();
      text += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      if (text.length > BLOCK_MAX) throw new RangeError('A block of the stream does not end');
      for (const block of blocks) yield blockOf(block);
    }
  } finally {
    await reader.cancel();
  }
}

function blockOf(block: string): ServerSentEvent {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    const before = name === 'data' ? fields.get(name) : undefined;
    if (name !== '') fields.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  const retry = Number(fields.get('retry'));
  return {
    ...{ id: fields.get('id'), event: fields.get('event'), data: fields.get('data') },
    retryMs: Number.isSafeInteger(retry) && retry > 0 ? retry : undefined,
  };
}
