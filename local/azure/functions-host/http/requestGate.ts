/** Bounds how many requests run at once and how many may wait. */
export interface RequestGate {
  /** Runs the work now or when a place is free. Undefined when too many are outstanding already (429). */
  enter<T>(work: () => Promise<T>): Promise<T> | undefined;
}

/**
 * @param maxConcurrent requests running at once, −1 for no bound.
 * @param maxOutstanding requests running or waiting, −1 for no bound.
 *
 * Source: "Azure Functions HTTP triggers and bindings overview", host.json settings.
 */
export function createRequestGate(maxConcurrent: number, maxOutstanding: number): RequestGate {
  const waiting: (() => void)[] = [];
  let running = 0;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
  return {
    enter: (work) => {
      if (maxOutstanding >= 0 && running + waiting.length >= maxOutstanding) return undefined;
      if (maxConcurrent < 0 || running < maxConcurrent) {
        running++;
        return work().finally(leave);
      }
      return new Promise<void>((resolve) => waiting.push(resolve)).then(work).finally(leave);
    },
  };
}
