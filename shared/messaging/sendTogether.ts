/**
 * Events a request. They are few enough that a full one stays below Event Grid's 1 MB.
 * Source: learn.microsoft.com/azure/event-grid/quotas-limits
 */
const PER_REQUEST = 100;

type Waiting<T> = { readonly items: readonly T[]; readonly done: (error?: unknown) => void };

/**
 * Sends at once when nothing is under way. What comes while a request is goes together in the next one, so that a rush
 * costs few requests and a lone caller waits for nobody. A request that fails has failed for all that were in it.
 */
export function sendTogether<T>(
  send: (items: readonly T[]) => Promise<unknown>,
): (items: readonly T[]) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let isSending = false;

  const nextRequest = (): Waiting<T>[] => {
    const together = waiting.splice(0, 1);
    let size = together[0]?.items.length ?? 0;
    for (let one = waiting[0]; one !== undefined; one = waiting[0]) {
      size += one.items.length;
      if (size > PER_REQUEST) break;
      together.push(...waiting.splice(0, 1));
    }
    return together;
  };
  const sendAll = async () => {
    isSending = true;
    while (waiting.length > 0) {
      const together = nextRequest();
      const error = await send(together.flatMap(({ items }) => items)).then(
        () => undefined,
        (cause: unknown) => cause ?? new Error('refused'),
      );
      for (const { done } of together) done(error);
    }
    isSending = false;
  };
  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, done: (error) => (error === undefined ? resolve() : reject(error)) });
      if (!isSending) void sendAll();
    });
}
