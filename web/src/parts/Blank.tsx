import { useTexts } from '../texts';
import css from './Blank.module.css';

/** A line that is still to come, as wide as so many letters: loading pages have the page's own shape. */
export function Blank({ letters }: { readonly letters: number }) {
  return (
    <span class={css.blank} style={{ width: `${letters}ch` }} aria-hidden="true">
      {'\u00a0'}
    </span>
  );
}

/** In place of a title, which is never without words. */
export const BlankTitle = ({ letters = 10 }: { readonly letters?: number }) => (
  <>
    <span class="unseen">{useTexts().app.loading}</span>
    <Blank letters={letters} />
  </>
);
