import { asProblem } from '../api/problem';
import { routes } from '../app/routes';
import { useSignIn } from '../app/useSignIn';
import { useProblemText, useTexts } from '../texts';
import css from './ProblemNote.module.css';

/** Says what went wrong and what to do, in the reader's language, with the one button that helps. */
export function ProblemNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTexts();
  const signIn = useSignIn();
  const problem = asProblem(error);
  const text = useProblemText(problem.code);
  return (
    <div class={css.note} role="alert">
      <p>{text}</p>
      {problem.code === 'members-only' && <a href={routes.membership}>{t.app.membership}</a>}
      {problem.code === 'unauthenticated' ? (
        <button type="button" class="button" onClick={() => signIn()}>
          {t.app.signIn}
        </button>
      ) : (
        onRetry !== undefined && (
          <button type="button" class="button quiet" onClick={onRetry}>
            {t.app.again}
          </button>
        )
      )}
    </div>
  );
}
