import { asProblem } from '../api/problem';
import { useProblemText, useTexts } from '../texts';

/** Something that is asked for, or done. */
export type Waiting = { readonly isPending: boolean; readonly failureReason: unknown };

/** Says why an answer is still to come once it has failed to: it is asked for again without anybody's doing. */
export function SlowNote({ of: { isPending, failureReason } }: { readonly of: Waiting }) {
  const t = useTexts().app;
  const isSlow = isPending && failureReason !== null && failureReason !== undefined;
  const problem = useProblemText(isSlow ? asProblem(failureReason).code : undefined);
  if (!isSlow) return null;
  return (
    <p class="small" role="status">
      {problem} {t.askingAgain}
    </p>
  );
}
