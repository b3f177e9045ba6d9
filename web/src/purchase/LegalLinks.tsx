import { routes } from '../app/routes';
import { useOwnTexts } from '../texts';
import css from './PayPage.module.css';

/** Terms and privacy, each in a tab of its own, for who is about to agree to them. */
export function LegalLinks() {
  const t = useOwnTexts().theatre;
  return (
    <p class={css.legal}>
      {(['terms', 'privacy'] as const).map((page) => (
        <a key={page} href={routes[page]} target="_blank" rel="noopener">
          {t[page]}
          <span class="unseen"> ({t.newTab})</span>
        </a>
      ))}
    </p>
  );
}
