const MAX_REMEMBERED = 500;

/** What `make` makes of a text, made once for each. It is forgotten when there are 500, for texts may come from outside. */
export function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const made = known.get(key);
    if (made !== undefined) return made;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const fresh = make(key);
    known.set(key, fresh);
    return fresh;
  };
}
