import { useQuery } from '@tanstack/preact-query';
import { language, useTexts } from '../texts';
import { theatreQuery } from '../theatre/theatreQuery';
import { useApp } from './context';
import css from './Foot.module.css';
import { routes } from './routes';

/** Who sells here, as the law wants it said on every page, and the theatre's own pages. */
export function Foot() {
  const t = useTexts();
  const { config } = useApp();
  const { data } = useQuery(theatreQuery());
  const spoken = language.value;
  const pages = [
    [routes.terms, t.theatre.terms],
    [routes.privacy, t.theatre.privacy],
    [routes.imprint, t.theatre.imprint],
    [routes.contact, t.theatre.contact],
  ] as const;
  return (
    <footer class={css.foot}>
      <div>
        <ul>
          {pages.map(([address, name]) => (
            <li key={address}>
              <a href={address}>{name}</a>
            </li>
          ))}
        </ul>
        <p class={css.who}>
          {data !== undefined &&
            [
              data.business.name[spoken],
              data.business.representative[spoken],
              `${t.theatre.registration} ${data.business.registrationNumber[spoken]}`,
              data.business.address[spoken],
              data.business.phone,
            ].join(' · ')}
        </p>
        {config.payment.kind === 'stand-in' && <p>{t.app.demonstration}</p>}
      </div>
    </footer>
  );
}
