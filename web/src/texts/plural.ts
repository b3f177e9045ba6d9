/** English counts one thing in one way and every other number in another. */
export const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);
