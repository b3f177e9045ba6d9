import { asProblem } from '../api/problem';
import { routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Message } from '../parts/Message';
import { ProblemNote } from '../parts/ProblemNote';
import { useOwnTexts, useProblemText } from '../texts';

/** A reservation that could not be read. */
export function ReservationProblem({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const t = useOwnTexts();
  const { code, isPassing } = asProblem(error);
  const text = useProblemText(code);
  useTitle(t.reservation.unreadTitle);
  if (isPassing || code === 'unauthenticated')
    return (
      <>
        <h1 tabIndex={-1}>{t.reservation.unreadTitle}</h1>
        <ProblemNote error={error} onRetry={onRetry} />
      </>
    );
  return (
    <Message title={t.reservation.unreadTitle} text={text}>
      <a class="button" href={routes.mine}>
        {t.app.mine}
      </a>
    </Message>
  );
}
