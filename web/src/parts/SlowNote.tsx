import { asProblem } from '../api/problem';
import { useTexts } from '../texts';

/** Something that is asked for, or done. */
export type Waiting = { readonly isPending: boolean; readonly failureReason: unknown };

/** Says why an answer is still to come once it has failed to: it is asked for again without anybody's doing. */
export function SlowNote({ of: { isPending, failureReason } }: { readonly of: Waiting }) {
  const t = useTexts();
  if (!isPending || failureReason === null || failureReason === undefined) return null;
  return (
    <p class="small" role="status">
      {t.problems[asProblem(failureReason).code]} {t.app.askingAgain}
    </p>
  );
}
