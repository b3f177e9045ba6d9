import type { SeatState } from '../house/marks';
import css from './Live.module.css';

/** What the map draws for a state, for its legend. */
export function StateSign({ state }: { readonly state: SeatState }) {
  return (
    <svg class={css.sign} viewBox="0 0 16 16" aria-hidden="true" data-state={state}>
      {SHAPES[state]}
    </svg>
  );
}

const SQUARE = <rect x="1" y="1" width="14" height="14" rx="3" />;

const SHAPES = {
  free: SQUARE,
  held: (
    <>
      {SQUARE}
      <path class={css.fill} d="M1 15h14L1 8z" />
    </>
  ),
  reserved: <path d="M8 0l8 8-8 8-8-8z" />,
  sold: SQUARE,
  withheld: (
    <>
      {SQUARE}
      <path d="M1 1l14 14M15 1L1 15" />
    </>
  ),
  admitted: <circle cx="8" cy="8" r="7.5" />,
};
