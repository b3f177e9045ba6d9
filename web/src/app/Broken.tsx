import { Message } from '../parts/Message';
import { useTexts } from '../texts';

/** A screen that threw while it was drawn, or whose code could not be loaded. */
export function Broken() {
  const t = useTexts().app;
  return (
    <Message title={t.brokenTitle} text={t.brokenText}>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </Message>
  );
}
