import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../platform/telemetry/logger.js';

export interface ShutdownSettings {
  readonly delayMs: number;
  readonly timeoutMs: number;
}

/** Ends the process well (GUARANTEES G17): not ready, a wait for who still routes here, no intake, answers, then the rest. */
export class Shutdown {
  private readonly steps: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  private serving: (() => Promise<void>) | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly settings: ShutdownSettings,
    private readonly logger: Logger,
  ) {}

  /** Adds something to be stopped; what was added last is stopped first. */
  add(name: string, stop: () => Promise<void>): void {
    this.steps.unshift({ name, stop });
  }

  /** Adds a server, of which the lifecycle knows when it is about to stop. It ends before all else that is added. */
  addServer(server: Server, lifecycle: { stopping: boolean }): void {
    this.serving = () => this.stopServing(server, lifecycle);
  }

  /** Stops at SIGTERM and SIGINT. A second signal does not wait. */
  onSignals(): void {
    const stop = (signal: string): void => {
      if (this.running !== undefined) process.exit(1);
      this.logger.info({ signal }, 'stopping');
      void this.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  }

  /** Stops everything, once. A step that fails is logged and does not keep the others from stopping. */
  stop(): Promise<void> {
    this.running ??= (async () => {
      const first = this.serving === undefined ? [] : [{ name: 'server', stop: this.serving }];
      for (const { name, stop } of [...first, ...this.steps]) {
        try {
          await stop();
        } catch (err) {
          this.logger.error({ err, step: name }, 'a step of stopping failed');
        }
      }
      this.logger.info('stopped');
    })();
    return this.running;
  }

  private async stopServing(server: Server, lifecycle: { stopping: boolean }): Promise<void> {
    if (!server.listening) return;
    lifecycle.stopping = true;
    await sleep(this.settings.delayMs);
    await this.drain(server);
  }

  private async drain(server: Server): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), this.settings.timeoutMs);
    await closed;
    clearTimeout(cut);
  }
}
