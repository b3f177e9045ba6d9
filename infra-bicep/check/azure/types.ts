import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type BicepType,
  type ObjectTypeProperty,
  readIndexJson,
  readTypesJson,
  TypeBaseKind,
  type TypeReference,
} from 'bicep-types';

/** A type, with the list that its references point into. */
export type Shape = { readonly types: readonly BicepType[]; readonly type: BicepType };

/** Azure's resource types, read when they are asked for. */
export type AzureTypes = {
  /** The body of a resource type at an API version. Both compare case-insensitively. */
  readonly body: (type: string, apiVersion: string) => Shape | undefined;
  /** The API versions known of a resource type; none when there is no such type. */
  readonly versions: (type: string) => readonly string[];
};

/** Reads the folder that BICEP_TYPES_DIR names, or the one beside the repository. Undefined when there is none. */
export function azureTypes(folder: string): AzureTypes | undefined {
  const indexFile = path.join(folder, 'index.json');
  if (!existsSync(indexFile)) return undefined;
  const { resources } = readIndexJson(readFileSync(indexFile, 'utf8'));
  const byName = new Map(Object.entries(resources).map(([name, ref]) => [name.toLowerCase(), ref]));
  const files = new Map<string, readonly BicepType[]>();
  const typesOf = (file: string): readonly BicepType[] => {
    const known = files.get(file) ?? readTypesJson(readFileSync(path.join(folder, file), 'utf8'));
    files.set(file, known);
    return known;
  };
  return {
    body(type, apiVersion) {
      const ref = byName.get(`${type}@${apiVersion}`.toLowerCase());
      if (ref === undefined) return undefined;
      const types = typesOf(ref.relativePath);
      const resource = types[ref.index];
      return resource?.type === TypeBaseKind.ResourceType ? follow({ types }, resource.body) : undefined;
    },
    versions: (type) =>
      [...byName.keys()].flatMap((name) =>
        name.startsWith(`${type.toLowerCase()}@`) ? [name.slice(type.length + 1)] : [],
      ),
  };
}

/** The type that a reference of a shape points at. */
export function follow({ types }: Pick<Shape, 'types'>, { index }: TypeReference): Shape {
  const type = types[index];
  if (type === undefined) throw new Error(`type ${index} is missing in the type data`);
  return { types, type };
}

/** The properties of an object, whichever of its variants it is. */
export function propertiesOf({ types, type }: Shape): Readonly<Record<string, ObjectTypeProperty>> {
  if (type.type === TypeBaseKind.ObjectType) return type.properties;
  if (type.type !== TypeBaseKind.DiscriminatedObjectType) return {};
  const variants = Object.values(type.elements).map((element) => propertiesOf(follow({ types }, element)));
  return Object.assign({}, type.baseProperties, ...variants);
}

/** What a property holds; `any` where the type leaves it open, `none` where there is no such property. */
export function propertyShape(shape: Shape, name: string): Shape | 'any' | 'none' {
  const { type } = shape;
  const property = propertiesOf(shape)[name];
  if (property !== undefined) return follow(shape, property.type);
  if (type.type === TypeBaseKind.ObjectType)
    return type.additionalProperties ? follow(shape, type.additionalProperties) : 'none';
  return type.type === TypeBaseKind.AnyType ? 'any' : 'none';
}
