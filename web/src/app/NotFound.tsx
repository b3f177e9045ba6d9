import { Message } from '../parts/Message';
import { useTexts } from '../texts';
import { routes } from './routes';
import { useTitle } from './useTitle';

export function NotFound() {
  const t = useTexts().app;
  useTitle(t.notFoundTitle, { isListed: false });
  return (
    <Message title={t.notFoundTitle} text={t.notFoundText}>
      <a class="button" href={routes.programme}>
        {t.back}
      </a>
    </Message>
  );
}
