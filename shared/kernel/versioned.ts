/** A document as it is stored, and what this code has read of it. A later version may have written more. */
export type Unread = { readonly stored: object; readonly known: unknown };

/** A stored document with what a conditional write of it needs, its ETag and the members that were not read. */
export type Versioned<T> = { readonly value: T; readonly etag: string; readonly unread: Unread };

/** A document that may not be stored yet. Then it has no ETag, and its first write creates it. */
export type PerhapsStored<T> = Versioned<T> | { readonly value: T; readonly etag: undefined };
