import { type Log, reasonOf } from '../../../shared/telemetry/log';

/** `ok`, or what is wrong in a sentence. */
export type Check = () => Promise<string>;

/** What anybody may know of a part that does not work. What it says itself is in the log. */
const NOT_WELL = 'does not answer as it should';

/** The answer of a probe, or that it did not answer in time. Never throws. */
export async function answerWithin(
  deadlineMs: number,
  probe: (() => Promise<unknown>) | undefined,
  log: Pick<Log, 'warn'>,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${deadlineMs} ms`), deadlineMs);
  });
  const answer = Promise.resolve()
    .then(probe)
    .then(
      () => 'ok',
      (error: unknown) => {
        log.warn('a part is not well', { reason: reasonOf(error) });
        return NOT_WELL;
      },
    );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}

export type Health = { readonly status: 'ok' | 'down'; readonly checks: Readonly<Record<string, string>> };

/** Asks every part. One that is down makes the whole down and is named. */
export async function health(checks: Readonly<Record<string, Check>>): Promise<Health> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await check()] as const),
  );
  return {
    status: answers.every(([, answer]) => answer === 'ok') ? 'ok' : 'down',
    checks: Object.fromEntries(answers),
  };
}
