import { asProblem } from '../api/problem';
import { useTexts } from '../texts';

/** Says why an answer is still to come once it has failed to: it is asked for again without anybody's doing. */
export function SlowNote({ reason }: { readonly reason: unknown }) {
  const t = useTexts();
  if (reason === null || reason === undefined) return null;
  return (
    <p class="small" role="status">
      {t.problems[asProblem(reason).code]} {t.app.askingAgain}
    </p>
  );
}
