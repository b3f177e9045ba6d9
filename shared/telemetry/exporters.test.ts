import { gunzipSync } from 'node:zlib';
import {
  type AzureMonitorExporterOptions,
  AzureMonitorMetricExporter,
} from '@azure/monitor-opentelemetry-exporter';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { spansBelowTheHost } from './exporters';
import { recordMetric, useMeter } from './metrics';
import { addAttributes, failSpan, inSpan, useTracer } from './trace';

/** What Application Insights is sent, as its tables get it: `RequestData` is a row of requests, and so on. */
type Row = {
  readonly sampleRate: number;
  readonly data: {
    readonly baseType: string;
    readonly baseData: {
      readonly name?: string;
      readonly success?: boolean;
      readonly type?: string;
      readonly properties?: Readonly<Record<string, unknown>>;
      readonly metrics?: readonly { readonly name: string; readonly value: number; readonly count: number }[];
    };
  };
};

let rows: Row[];

/** The exporter speaks https only, so the ingestion endpoint is taken in place of its HTTP client. */
const options: AzureMonitorExporterOptions = {
  connectionString: `InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=https://127.0.0.1/`,
  disableOfflineStorage: true,
  httpClient: {
    async sendRequest(request) {
      const body = request.body as string | Uint8Array;
      const text = typeof body === 'string' ? body : gunzipSync(body).toString('utf8');
      const sent = JSON.parse(text) as Row[];
      // With each batch comes a row that says which app it is of.
      rows.push(...sent.filter(({ data }) => data.baseData.metrics?.[0]?.name !== '_OTELRESOURCE_'));
      const bodyAsText = JSON.stringify({
        itemsReceived: sent.length,
        itemsAccepted: sent.length,
        errors: [],
      });
      return { request, status: 200, headers: request.headers, bodyAsText };
    },
  },
};
const statsbeat = process.env.APPLICATION_INSIGHTS_NO_STATSBEAT;

beforeAll(() => {
  // The exporter tells Microsoft about itself otherwise.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT = 'true';
});
beforeEach(() => {
  rows = [];
});
afterAll(() => {
  useTracer(undefined);
  if (statsbeat === undefined) delete process.env.APPLICATION_INSIGHTS_NO_STATSBEAT;
});

async function traced(work: () => Promise<void>): Promise<Row[]> {
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spansBelowTheHost(options))],
  });
  useTracer(provider.getTracer('marquee'));
  await work();
  await provider.forceFlush();
  await provider.shutdown();
  return rows;
}

test('a call is no second row of requests: the host has one for each invocation', async () => {
  const sent = await traced(() =>
    inSpan({ name: 'POST /api/reservations', kind: 'server' }, async () => addAttributes({ status: 201 })),
  );
  expect(sent.map(({ data }) => data.baseType)).toEqual(['RemoteDependencyData']);
  expect(sent[0]?.data.baseData).toMatchObject({
    name: 'POST /api/reservations',
    success: true,
    properties: { status: '201' },
  });
});

test('what is heard from a queue has its name', async () => {
  const [row] = await traced(() => inSpan({ name: 'hear SeatsHeld', kind: 'consumer' }, async () => {}));
  expect(row?.data).toMatchObject({ baseType: 'RemoteDependencyData', baseData: { name: 'hear SeatsHeld' } });
});

test('what has failed is no success', async () => {
  const [row] = await traced(() =>
    inSpan({ name: 'GET /api/mypage', kind: 'server' }, async () => failSpan('internal-error')),
  );
  expect(row?.data.baseData.success).toBe(false);
});

test('what a trace does not keep is not sent', async () => {
  const [unsampled, sampled] = ['00', '01'].map(
    (flag) => `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-${flag}`,
  );
  const sent = await traced(async () => {
    await inSpan({ name: 'left out', traceparent: unsampled }, async () => {});
    await inSpan({ name: 'kept', traceparent: sampled }, async () => {});
  });
  expect(sent.map(({ data }) => data.baseData.name)).toEqual(['kept']);
});

test('a figure comes whole, whatever part of the traces is kept, with its attributes as dimensions', async () => {
  const exporter = new AzureMonitorMetricExporter(options);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  useMeter(provider.getMeter('marquee'));
  for (let call = 0; call < 3; call++)
    recordMetric('marquee.requests', 1, { function: 'holds-post', status: 500, code: 'internal-error' });
  await provider.forceFlush();
  recordMetric('marquee.requests', 1, { function: 'holds-post', status: 500, code: 'internal-error' });
  await provider.shutdown();
  const values = rows.flatMap(({ data, sampleRate }) =>
    (data.baseData.metrics ?? []).map(({ name, value, count }) => ({ name, value, count, sampleRate })),
  );
  // valueSum of customMetrics is what was counted since the row before, and valueCount is 1: a query adds valueSum up.
  expect(values).toEqual([
    { name: 'marquee.requests', value: 3, count: 1, sampleRate: 100 },
    { name: 'marquee.requests', value: 1, count: 1, sampleRate: 100 },
  ]);
  expect(rows[0]?.data.baseData.properties).toMatchObject({ function: 'holds-post', code: 'internal-error' });
  expect(String(rows[0]?.data.baseData.properties?.status)).toBe('500');
});
