import type { TypedData } from '../app/coreTypes';

/**
 * A value as the host hands it to the worker. Text stays text, since the library parses what looks like JSON, as it
 * does in Azure.
 *
 * Source: azure-functions-host, src/WebJobs.Script.Grpc/MessageExtensions/GrpcMessageConversionExtensions.cs.
 */
export function toTypedData(value: unknown): TypedData {
  if (typeof value === 'string') return { string: value };
  if (value instanceof Uint8Array) return { bytes: value };
  if (value instanceof Date) return { json: JSON.stringify(value.toISOString()) };
  return { json: JSON.stringify(value) };
}

/** Trigger metadata. What has no value is left out, as the host leaves it out. */
export function toTypedRecord(values: Readonly<Record<string, unknown>>): Record<string, TypedData> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, toTypedData(value)]],
    ),
  );
}

/** What a function returned or set, back as a plain value for an output binding. */
export function fromTypedData(data: TypedData | null | undefined): unknown {
  if (!data) return undefined;
  if (typeof data.json === 'string') return JSON.parse(data.json);
  return data.string ?? data.bytes ?? data.stream ?? data.int ?? data.double ?? undefined;
}
