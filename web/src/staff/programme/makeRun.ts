/** A run that is being made: what all its performances have, and of each whether it is made already. */
export type MakingRun<Fields> = {
  /** Names this run, so that its keys are of it alone. */
  readonly runId: string;
  readonly fields: Fields;
  readonly starts: readonly string[];
  readonly made: readonly string[];
};

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (musicalId: string): string => `run:${musicalId}`;

/** Lies in this browser until the run is made: a reload or a lost connection goes on where it was. */
export function keptRun<Fields>(storage: Kept, musicalId: string): MakingRun<Fields> | undefined {
  const kept = storage.getItem(nameOf(musicalId));
  return kept === null ? undefined : (JSON.parse(kept) as MakingRun<Fields>);
}

export const keepRun = <Fields>(storage: Kept, musicalId: string, run: MakingRun<Fields>): void =>
  storage.setItem(nameOf(musicalId), JSON.stringify(run));

export const forgetRun = (storage: Kept, musicalId: string): void => storage.removeItem(nameOf(musicalId));

/** The same each time, so that a performance whose answer was lost is not made twice. */
export const keyOf = (runId: string, start: string): string => `run-${runId}-${start}`;

/** What is still to be made, in order. */
export const left = <Fields>({ starts, made }: MakingRun<Fields>): readonly string[] =>
  starts.filter((start) => !made.includes(start));

/**
 * Makes what is left, one after the other. Each that is made is kept before the next is asked for, so whatever ends it
 * loses nothing, and going on repeats at most one request, with its key. Throws what `make` throws.
 */
export async function makeRun<Fields>(
  storage: Kept,
  musicalId: string,
  make: (fields: Fields, start: string, key: string) => Promise<unknown>,
  tell: (run: MakingRun<Fields>) => void,
): Promise<void> {
  for (let run = keptRun<Fields>(storage, musicalId); run !== undefined; ) {
    const [start] = left(run);
    if (start === undefined) return;
    await make(run.fields, start, keyOf(run.runId, start));
    run = { ...run, made: [...run.made, start] };
    keepRun(storage, musicalId, run);
    tell(run);
  }
}
