import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import css from './Home.module.css';
import { mayWith, useMay } from './roles';
import { desksFor } from './routes';
import { useStaffTexts } from './texts';

/** What somebody can do here, by their roles. */
export function Home() {
  const t = useStaffTexts();
  const { session } = useApp();
  const roles = session.customer.value?.roles ?? [];
  const isOfDoor = useMay('door');
  useTitle(t.home.title);
  const desks = desksFor((route) => mayWith(roles, route.roles));
  return (
    <>
      <h1 tabIndex={-1}>{t.home.title}</h1>
      {desks.length === 0 && !isOfDoor && <p class={css.nothing}>{t.home.nothing}</p>}
      <ul class={css.desks}>
        {desks.map(({ desk, path }) => (
          <li key={desk}>
            <a href={path}>{t.desks[desk].name}</a>
            <p class="soft small">{t.desks[desk].what}</p>
          </li>
        ))}
        {isOfDoor && (
          <li>
            <a href="/door">{t.door.name}</a>
            <p class="soft small">{t.door.what}</p>
          </li>
        )}
      </ul>
    </>
  );
}
