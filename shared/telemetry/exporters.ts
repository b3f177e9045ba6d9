import { DefaultAzureCredential } from '@azure/identity';
import {
  type AzureMonitorExporterOptions,
  AzureMonitorMetricExporter,
  AzureMonitorTraceExporter,
} from '@azure/monitor-opentelemetry-exporter';
import { SpanKind } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { useMeter } from './metrics';
import { useTracer } from './trace';

/** Where traces and metrics go. They go nowhere when neither is named. */
export type TelemetryTargets = {
  readonly serviceName: string;
  /** An OTLP/HTTP receiver, such as `local/marquee/traces` or any collector. */
  readonly otlpEndpoint?: string | undefined;
  /** Application Insights, reached with the app's own identity. */
  readonly connectionString?: string | undefined;
};

/** Soon enough to look at what one has just done. A host that is killed loses this much. */
const SPANS_EVERY_MS = 500;
const METRICS_EVERY_MS = 10_000;
/** Of a crowd's spans the oldest of a moment are kept and the rest dropped. Telemetry is never what fills the memory. */
const MAX_SPANS_WAITING = 8_192;

/** Starts the SDK. It has a file of its own, so that it is loaded only where there is somewhere to send to. */
export function openExporters(targets: TelemetryTargets): void {
  const resource = resourceFromAttributes({ 'service.name': targets.serviceName });
  const options = { scheduledDelayMillis: SPANS_EVERY_MS, maxQueueSize: MAX_SPANS_WAITING };
  const tracerProvider = new BasicTracerProvider({
    resource,
    spanProcessors: spanExporters(targets).map((exporter) => new BatchSpanProcessor(exporter, options)),
  });
  const meterProvider = new MeterProvider({
    resource,
    readers: metricExporters(targets).map(
      (exporter) => new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: METRICS_EVERY_MS }),
    ),
  });
  useTracer(tracerProvider.getTracer('marquee'));
  useMeter(meterProvider.getMeter('marquee'));
}

/** The instrumentation key in the connection string opens nothing, for the component takes the app's identity only. */
const azureMonitor = (connectionString: string) => ({
  connectionString,
  credential: new DefaultAzureCredential(),
});

/**
 * Spans as rows of Application Insights. The host writes a row of `requests` for each invocation, so ours become rows of
 * `dependencies`: a call would be counted twice, and what is heard from a queue would have no name.
 * Source: utils/spanUtils.js of @azure/monitor-opentelemetry-exporter
 */
export function spansBelowTheHost(options: AzureMonitorExporterOptions): SpanExporter {
  const exporter = new AzureMonitorTraceExporter(options);
  return {
    export: (spans, done) => void exporter.export(spans.map(belowTheHost), done),
    shutdown: () => exporter.shutdown(),
  };
}

const belowTheHost = (span: ReadableSpan): ReadableSpan =>
  span.kind === SpanKind.SERVER || span.kind === SpanKind.CONSUMER
    ? Object.create(span, { kind: { value: SpanKind.INTERNAL } })
    : span;

const spanExporters = ({ otlpEndpoint, connectionString }: TelemetryTargets): SpanExporter[] => [
  ...(otlpEndpoint ? [new OTLPTraceExporter({ url: `${otlpEndpoint}/v1/traces` })] : []),
  ...(connectionString ? [spansBelowTheHost(azureMonitor(connectionString))] : []),
];

const metricExporters = ({ otlpEndpoint, connectionString }: TelemetryTargets): PushMetricExporter[] => [
  ...(otlpEndpoint ? [new OTLPMetricExporter({ url: `${otlpEndpoint}/v1/metrics` })] : []),
  ...(connectionString ? [new AzureMonitorMetricExporter(azureMonitor(connectionString))] : []),
];
