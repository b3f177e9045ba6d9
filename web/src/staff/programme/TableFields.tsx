import type { ComponentChildren } from 'preact';
import { Heads } from '../parts/Heads';
import css from './Programme.module.css';
import { useProgrammeTexts } from './texts';

/** What tables whose cells are fields have in common. */

/** Rows that are added, taken away and changed. */
export function rowsOf<Row>(rows: readonly Row[], blank: Row, set: (rows: readonly Row[]) => void) {
  return {
    add: () => set([...rows, blank]),
    remove: (at: number) => set(rows.filter((_, index) => index !== at)),
    change: (at: number, row: Row) => set(rows.map((one, index) => (index === at ? row : one))),
  };
}

type Cell = {
  readonly type?: string;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly isWrong?: boolean;
};

/** A field in a table, whose label is its column's. */
export const cellOf =
  <Row extends object>(row: Row, onChange: (row: Row) => void) =>
  (label: string, name: keyof Row, { isWrong = false, type = 'text', ...input }: Cell = {}) => (
    <input
      {...input}
      class="input"
      type={type}
      aria-label={label}
      aria-invalid={isWrong}
      value={String(row[name] || (type === 'color' ? UNCOLOURED : ''))}
      onInput={({ currentTarget }) => onChange({ ...row, [name]: currentTarget.value })}
    />
  );

/** What a field for colours shows where none is given. */
const UNCOLOURED = '#5b5f66';

type RowsProps = { readonly heads: readonly string[]; readonly children: ComponentChildren };

export const Rows = ({ heads, children }: RowsProps) => (
  <div class={css.rows}>
    <table class="table">
      <thead>
        <tr>
          <Heads of={heads} />
          <td />
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

export function Remove({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  const label = useProgrammeTexts().prices.remove(what);
  return (
    <button type="button" class="button quiet" aria-label={label} title={label} onClick={onRemove}>
      ×
    </button>
  );
}
