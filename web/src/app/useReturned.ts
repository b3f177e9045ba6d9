import { useEffect } from 'preact/hooks';

/** Calls when the browser shows again a page that it kept while its visitor was on another one. */
export function useReturned(act: () => void): void {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && act();
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, [act]);
}
