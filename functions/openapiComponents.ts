export type Json = Readonly<Record<string, unknown>>;

/** Schemas of a document, named once and referred to. */
export type Components = {
  /** A reference to the schema, which is kept under its own title, or under `name`. */
  readonly refer: (schema: Json, name: string) => Json;
  /** What was kept, in the order of the names. */
  readonly schemas: () => Json;
};

/**
 * API Management takes no schema that stands in an operation, so each lies among the document's components. A schema
 * with a title lies there by itself wherever it occurs. Throws on two different schemas of one name.
 * Source: https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions
 */
export function components(): Components {
  const kept = new Map<string, string>();
  const keep = (name: string, schema: Json): Json => {
    const text = JSON.stringify(schema);
    if ((kept.get(name) ?? text) !== text) throw new Error(`Two different schemas are called ${name}.`);
    kept.set(name, text);
    return { $ref: `#/components/schemas/${name}` };
  };
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (value === null || typeof value !== 'object') return value;
    const schema = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]));
    return typeof schema.title === 'string' ? keep(schema.title, schema) : schema;
  };
  return {
    refer(schema, name) {
      const referred = inside(schema) as Json;
      return typeof referred.$ref === 'string' ? referred : keep(name, referred);
    },
    schemas: () =>
      Object.fromEntries([...kept].sort().map(([name, text]) => [name, JSON.parse(text) as unknown])),
  };
}
