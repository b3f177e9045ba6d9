import { generalProblem } from './problem';

/** Longer than a call to the payment provider may take. Shorter than any gateway waits, whose 504 nobody could explain. */
export const DEADLINE_MS = 20_000;

/** Throws `unavailable` when the answer takes too long. The work goes on, and the same request again finds what it did. */
export async function withinDeadline<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = 'A part of the system is slow to answer. Please send the same request again.';
    timer = setTimeout(() => reject(generalProblem('unavailable', detail)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
