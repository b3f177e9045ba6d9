import { useState } from 'preact/hooks';
import { useApp } from '../app/context';
import css from './Poster.module.css';

/** A musical's poster, which the API may keep itself; its title in print when there is none or it does not load. Beside the title it says nothing new. */
export function Poster({ url, title }: { readonly url: string | undefined; readonly title: string }) {
  const { apiUrl } = useApp().config;
  const [isMissing, setIsMissing] = useState(false);
  if (url === undefined || isMissing)
    return (
      <div class={`${css.poster} ${css.bare}`} aria-hidden="true">
        {title}
      </div>
    );
  return (
    <img
      class={css.poster}
      src={url.replace(/^\/api(?=\/)/, apiUrl)}
      alt=""
      width={500}
      height={700}
      onError={() => setIsMissing(true)}
    />
  );
}
