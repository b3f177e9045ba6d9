export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };
/** An item while the engine builds it. */
export type MutableObject = { [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses what came over the wire, or gives `undefined` if it is no JSON object. */
export function parseObject(text: string): MutableObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as MutableObject) : undefined;
  } catch {
    return undefined;
  }
}
