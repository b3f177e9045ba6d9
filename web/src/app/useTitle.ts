import { useEffect } from 'preact/hooks';
import { useApp } from './context';

/** Names the page in the browser's tab, and so in its history and for screen readers. */
export function useTitle(title: string): void {
  const { config } = useApp();
  useEffect(() => {
    document.title = title === '' ? config.theatre : `${title} · ${config.theatre}`;
  }, [title, config.theatre]);
}
