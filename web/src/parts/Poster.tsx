import { useState } from 'preact/hooks';
import css from './Poster.module.css';

/** A musical's poster; its title in print when there is none or it does not load. Beside the title it says nothing new. */
export function Poster({ url, title }: { readonly url: string | undefined; readonly title: string }) {
  const [isMissing, setIsMissing] = useState(false);
  if (url === undefined || isMissing)
    return (
      <div class={`${css.poster} ${css.bare}`} aria-hidden="true">
        {title}
      </div>
    );
  return (
    <img class={css.poster} src={url} alt="" width={500} height={700} onError={() => setIsMissing(true)} />
  );
}
