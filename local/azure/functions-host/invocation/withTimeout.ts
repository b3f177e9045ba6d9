/** A function that ran longer than host.json's `functionTimeout`. The code itself cannot be stopped and runs on. */
export class FunctionTimeoutError extends Error {
  override readonly name = 'FunctionTimeoutError';
}

/**
 * The promise's own result, or a FunctionTimeoutError once `ms` have passed. There is no limit when `ms` is undefined.
 */
export function withTimeout<T>(
  work: Promise<T>,
  ms: number | undefined,
  message: (ms: number) => string,
): Promise<T> {
  if (ms === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new FunctionTimeoutError(message(ms))), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
