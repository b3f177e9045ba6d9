/** The same shape with every member readonly, all the way down. So the code may read what a schema infers, not change it. */
export type Immutable<T> = { readonly [Member in keyof T]: Immutable<T[Member]> };
