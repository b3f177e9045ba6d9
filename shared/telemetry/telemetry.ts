import type { TelemetryTargets } from './exporters';

/**
 * Starts sending what `trace.ts` and `metrics.ts` are told. The host's own telemetry (`telemetryMode` in host.json) has
 * the invocations. Ours go below them by the trace context that each invocation brings, so nothing patches module
 * loading.
 */
export function startTelemetry(targets: TelemetryTargets): void {
  if (!targets.otlpEndpoint && !targets.connectionString) return;
  // Loading the SDK takes longer than loading the product: only where it is asked for.
  const { openExporters } = require('./exporters') as typeof import('./exporters');
  openExporters(targets);
}
