/** The source of the catalogue gave no answer that could be used. The message is for whoever looks after both. */
export class SourceFailed extends Error {
  constructor(
    message: string,
    /** True where it could not be reached: the local copy serves on, and the next run tries again. */
    readonly away: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SourceFailed';
  }
}

/** The source does not know any more what has changed since the revision, or where a listing had come to. */
export class SourceForgot extends SourceFailed {
  constructor() {
    super('the source does not know that revision any more', false);
    this.name = 'SourceForgot';
  }
}

/** The service stops: the run ends as failed, and the next one goes on. */
export class SyncStopped extends Error {
  constructor() {
    super('the service stops');
    this.name = 'SyncStopped';
  }
}
