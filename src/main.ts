import 'reflect-metadata';

const [role = 'api', ...flags] = process.argv.slice(2).some((word) => !word.startsWith('--'))
  ? process.argv.slice(2)
  : ['api', ...process.argv.slice(2)];

// Tracing has to be there before anything it watches is loaded, so everything else is imported afterwards.
const stopTracing = process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  ? await (await import('./platform/telemetry/tracing.js')).startTracing()
  : undefined;
const { runRole } = await import('./app/roles.js');
process.exitCode = await runRole(role, flags, stopTracing);
