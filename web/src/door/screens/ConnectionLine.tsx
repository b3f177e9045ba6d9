import { notice } from '../../app/announce';
import { useApp } from '../../app/context';
import { useSignIn } from '../../app/useSignIn';
import { time } from '../../texts/format';
import { useDoorTexts } from '../app/texts';
import type { Door } from '../judging/door';
import css from './ConnectionLine.module.css';

/** Whether the server judges, and if not, since when and who is to be told. */
export function ConnectionLine({ door }: { readonly door: Door }) {
  const t = useDoorTexts().connection;
  const { config } = useApp();
  const signIn = useSignIn();
  const connection = door.connection.value;
  const waiting = door.waiting.value;
  if (connection.kind !== 'offline')
    return (
      <p role="status" class={css.line}>
        {t[connection.kind]}
      </p>
    );
  const { sinceMs, refused } = connection;
  const words = refused === undefined ? t.offline(time(sinceMs, config.timeZone)) : t[refused];
  return (
    <div role="status" class={`${css.line} ${css.offline}`}>
      <p>{door.list.value === undefined ? t.noList : words}</p>
      {waiting > 0 && <p>{t.waiting(waiting)}</p>}
      {notice.value !== '' && <p>{notice.value}</p>}
      {refused !== undefined && (
        <button type="button" class="button" onClick={() => signIn()}>
          {t.signIn}
        </button>
      )}
    </div>
  );
}
