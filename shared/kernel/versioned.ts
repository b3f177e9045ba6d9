/** A stored document with the ETag that a conditional write of it needs. */
export type Versioned<T> = { readonly value: T; readonly etag: string };
