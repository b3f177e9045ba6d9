import { useEffect } from 'preact/hooks';

/** Asks before somebody leaves what is not saved, by a link or by closing the page. */
export function useLeaveWarning(isUnsaved: boolean, question: string): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ending = new AbortController();
    const on = { signal: ending.signal, capture: true };
    addEventListener('beforeunload', (event) => event.preventDefault(), on);
    document.addEventListener(
      'click',
      (event) => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        if (link === null || !leads(link as HTMLAnchorElement) || confirm(question)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      on,
    );
    return () => ending.abort();
  }, [isUnsaved, question]);
}

/** To another page, and not in another tab or into a file. */
const leads = ({ target, download, pathname, host }: HTMLAnchorElement): boolean =>
  target === '' && download === '' && (pathname !== location.pathname || host !== location.host);
