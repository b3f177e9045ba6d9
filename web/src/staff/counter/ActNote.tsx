import { StaffProblem } from '../parts/StaffProblem';
import css from './Counter.module.css';
import { useCounterTexts } from './texts';

type Props = {
  readonly act: {
    readonly isUnanswered: boolean;
    readonly isPending: boolean;
    readonly error: unknown;
    readonly again: () => void;
  };
};

/** What became of an act: refused, or not known, with the one button that is safe then. */
export function ActNote({ act: { isUnanswered, isPending, error, again } }: Props) {
  const t = useCounterTexts();
  if (isPending) return null;
  if (!isUnanswered) return error === null ? null : <StaffProblem error={error} />;
  return (
    <div class={css.unanswered} role="alert">
      <p>
        <strong>{t.unansweredTitle}</strong>
      </p>
      <p>{t.unansweredText}</p>
      {error !== null && <StaffProblem error={error} />}
      <button type="button" class="button" onClick={again}>
        {t.askAgain}
      </button>
    </div>
  );
}
