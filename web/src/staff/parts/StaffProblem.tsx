import { asProblem } from '../../api/problem';
import { useSignIn } from '../../app/useSignIn';
import css from '../../parts/ProblemNote.module.css';
import { useProblemText, useTexts } from '../../texts';
import en from '../../texts/en/staffProblems';
import ko from '../../texts/ko/staffProblems';
import { inBoth } from '../app/texts';

const useTextsOfProblems = inBoth<{ readonly of: Readonly<Record<string, string>> }>(ko, en);

/** What is wrong with a request, member by member, as the API says it. */
function faultsIn(body: Readonly<Record<string, unknown>>): readonly string[] {
  const errors = Array.isArray(body.errors) ? body.errors : [];
  return errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
}

/** Says to staff what went wrong, and what the API says of it in its own words, which are English. */
export function StaffProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTexts().app;
  const own = useTextsOfProblems().of;
  const signIn = useSignIn();
  const { code, body } = asProblem(error);
  const common = useProblemText(code);
  const faults = faultsIn(body);
  const detail = faults.length === 0 && code in own ? String(body.detail ?? '') : '';
  return (
    <div class={css.note} role="alert">
      <div>
        <p>{own[code] ?? common}</p>
        {detail !== '' && (
          <p class="small soft" lang="en">
            {detail}
          </p>
        )}
        {faults.map((fault) => (
          <p key={fault} class="small soft" lang="en">
            {fault}
          </p>
        ))}
      </div>
      {code === 'unauthenticated' && (
        <button type="button" class="button" onClick={() => signIn()}>
          {t.signIn}
        </button>
      )}
      {code !== 'unauthenticated' && onRetry !== undefined && (
        <button type="button" class="button quiet" onClick={onRetry}>
          {t.again}
        </button>
      )}
    </div>
  );
}
