import { useTitle } from '../../app/useTitle';
import { Message } from '../../parts/Message';
import { useTexts } from '../../texts';
import { STAFF } from './paths';
import { useStaffTexts } from './texts';

/** An address of the staff's app that is none. */
export function NotHere() {
  const t = useTexts().app;
  const { home } = useStaffTexts();
  useTitle(t.notFoundTitle);
  return (
    <Message title={t.notFoundTitle} text={t.notFoundText}>
      <a class="button" href={STAFF}>
        {home.back}
      </a>
    </Message>
  );
}
