import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../../problems';
import type { Performance } from '../../catalogue/domain/performance';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../../seats/domain/allocation';
import { whyRevoked } from '../../seats/domain/allocation.decide';

/** Who would lose seats, and what would go back to them. `refund` is minor units of `currency`. */
export type RevocationFigures = {
  readonly reservations: number;
  readonly seats: number;
  readonly refund: number;
  readonly currency: string;
};

type Deps = Pick<MusicalDeps, 'catalogue' | 'seats'>;

/** Whom performances as they would then be take seats back from. Holds count for nobody, for they end by themselves. */
async function figuresOf({ seats }: Deps, ...all: readonly Performance[]): Promise<RevocationFigures> {
  const lost = (await Promise.all(all.map((after) => lostBy(seats, after)))).flat();
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    reservations: lost.length,
    seats: sum(lost.map((one) => one.seats.length)),
    refund: sum(lost.map(({ captured = 0, refunded = 0 }) => captured - refunded)),
    currency: all[0]?.currency ?? '',
  };
}

async function lostBy(seats: MusicalDeps['seats'], after: Performance): Promise<readonly Allocation[]> {
  const live = await seats.liveAllocations(after.performanceId);
  return live.filter((one) => one.phase !== 'hold' && whyRevoked(after, one) !== undefined);
}

/** What cancelling the performance now would take back. Throws `not-found`. */
export async function readCancellationFigures(deps: Deps, performanceId: string): Promise<RevocationFigures> {
  const { value: performance } = await readPerformance(deps, performanceId);
  return figuresOf(deps, { ...performance, status: 'cancelled' });
}

/**
 * Lets a cancellation pass when nobody has seats, or when whoever asks for it knows how many lose theirs. Throws `confirm`
 * with the figures.
 */
export const confirmCancellation =
  (deps: Deps, known: number | undefined) =>
  async (closed: Performance): Promise<void> =>
    checkKnown(await figuresOf(deps, closed), known);

/** The same for a change. Only a move or another house can cost somebody the seats, so only then everybody is read. */
export const confirmChange =
  (deps: Deps, known: number | undefined) =>
  async (before: Performance, after: Performance): Promise<void> => {
    const isMoved = before.moves?.length !== after.moves?.length;
    if (isMoved || !isDeepStrictEqual(before.sections, after.sections))
      checkKnown(await figuresOf(deps, after), known);
  };

/** The same for all performances of a musical that are moved with it. */
export const confirmMoves =
  (deps: Deps, known: number | undefined) =>
  async (moved: readonly Performance[]): Promise<void> =>
    checkKnown(await figuresOf(deps, ...moved), known);

/** So much more than was known may lose seats, for sales go on while somebody decides. */
const MAY_GROW_BY = 1.1;

function checkKnown(figures: RevocationFigures, known: number | undefined): void {
  const { reservations, seats } = figures;
  if (reservations === 0 || (known !== undefined && reservations <= known * MAY_GROW_BY)) return;
  throw problem(
    'confirm',
    `This takes ${seats} seats back from ${reservations} reservations and refunds them. If you mean it, send it again with ?reservations=${reservations}.`,
    { ...figures },
  );
}
