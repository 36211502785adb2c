/** A call to the brokers took longer than all of the client's own limits together. */
export class CallTimeout extends Error {
  constructor(what: string, ms: number) {
    super(`${what} took more than ${ms} ms`);
    this.name = 'CallTimeout';
  }
}

/** Stops waiting after a time, though not the work: its outcome stays unknown. @throws CallTimeout. */
export async function within<Result>(ms: number, what: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CallTimeout(what, ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Should it fail after we have left, nobody waits for it any more.
    work.catch(() => undefined);
  }
}
