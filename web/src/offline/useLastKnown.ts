import { useEffect, useMemo } from 'preact/hooks';
import { asProblem } from '../api/problem';
import { keepKnown, lastKnown } from './lastKnown';

type Asked<Data> = {
  readonly data: Data | undefined;
  readonly isLoading: boolean;
  /** There is no network to ask by. */
  readonly isPaused: boolean;
  /** Of the last try. */
  readonly failureReason: unknown;
};

/** The answer, or while nothing can be reached the last one that this device has kept. */
export type Shown<Data> = Pick<Asked<Data>, 'data' | 'isLoading' | 'isPaused'> & {
  /** When it was so, if it is not the answer of now. */
  readonly atMs: number | undefined;
};

export function useLastKnown<Data>(name: string, asked: Asked<Data>): Shown<Data> {
  const { data, isLoading, isPaused, failureReason } = asked;
  useEffect(() => {
    if (data !== undefined) keepKnown(name, data);
  }, [name, data]);
  const hasFailed = failureReason !== null && asProblem(failureReason).isPassing;
  const isOutOfReach = data === undefined && (isPaused || hasFailed);
  const known = useMemo(() => (isOutOfReach ? lastKnown<Data>(name) : undefined), [name, isOutOfReach]);
  return {
    data: data ?? known?.data,
    atMs: known?.atMs,
    isPaused: isPaused && data === undefined,
    isLoading: isLoading && known === undefined,
  };
}
