/**
 * The same shape with every member readonly, all the way down. It is what a schema infers, as the rest of the code may
 * use it.
 */
export type Immutable<T> = { readonly [Member in keyof T]: Immutable<T[Member]> };
