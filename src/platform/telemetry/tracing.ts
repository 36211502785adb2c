import { createRequire } from 'node:module';

/**
 * Starts OpenTelemetry. Must run before express, http and pg are imported, which is why `main.ts` imports everything else
 * afterwards and dynamically. They are then required in advance, so that the instrumentation finds them without the slow
 * loader hook.
 * @returns what flushes and stops it.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const [
    { NodeSDK },
    { OTLPTraceExporter },
    { HttpInstrumentation },
    { ExpressInstrumentation },
    { PgInstrumentation },
  ] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-express'),
    import('@opentelemetry/instrumentation-pg'),
  ]);
  process.env['OTEL_SERVICE_NAME'] ??= 'pos-service';
  const sdk = new NodeSDK({
    traceExporter: new OTLPTraceExporter(),
    instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation(), new PgInstrumentation()],
  });
  sdk.start();
  const require = createRequire(import.meta.url);
  for (const name of ['http', 'express', 'pg']) require(name);
  return () => sdk.shutdown();
}
